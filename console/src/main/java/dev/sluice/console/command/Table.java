package dev.sluice.console.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/** Rows under headings: aligned text for people, an array of objects for scripts. */
final class Table {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private final String whenEmpty;

  /**
   * @param whenEmpty the sentence that stands for a table without rows
   */
  Table(String whenEmpty, String... headings) {
    this.whenEmpty = whenEmpty;
    this.headings = List.of(headings);
  }

  /** Adds a row; null cells are empty. */
  Table row(Object... cells) {
    rows.add(Arrays.stream(cells).map(c -> c == null ? "" : c.toString()).toList());
    return this;
  }

  String toText() {
    if (rows.isEmpty()) {
      return whenEmpty + "\n";
    }
    StringBuilder text = new StringBuilder();
    appendLine(text, headings.stream().map(h -> h.toUpperCase(java.util.Locale.ROOT)).toList());
    rows.forEach(row -> appendLine(text, row));
    return text.toString();
  }

  private void appendLine(StringBuilder text, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(width(i) - cells.get(i).length() + 2));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int width(int column) {
    int widest = headings.get(column).length();
    for (List<String> row : rows) {
      widest = Math.max(widest, row.get(column).length());
    }
    return widest;
  }

  String toJson() {
    JsonWriter json = JsonWriter.create();
    json.writeStartArray();
    for (List<String> row : rows) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        json.writeFieldName(headings.get(i).replace(' ', '_')).writeValue(row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    return new String(json.getBytes(), StandardCharsets.UTF_8) + "\n";
  }
}
