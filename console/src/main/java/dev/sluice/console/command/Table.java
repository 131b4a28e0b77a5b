package dev.sluice.console.command;

import dev.sluice.console.json.JsonText;
import dev.sluice.core.text.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows under headings: aligned text for people, an array of objects for scripts. */
final class Table {
  private final List<String> headings;
  private final List<List<Object>> rows = new ArrayList<>();
  private final String whenEmpty;

  /**
   * @param whenEmpty the sentence that stands for a table without rows
   */
  Table(String whenEmpty, String... headings) {
    this.whenEmpty = whenEmpty;
    this.headings = List.of(headings);
  }

  /** Adds a row; null cells are empty, numbers stay such in JSON. */
  Table row(Object... cells) {
    rows.add(Arrays.stream(cells).map(c -> c == null ? "" : c).toList());
    return this;
  }

  String toText() {
    if (rows.isEmpty()) {
      return whenEmpty + "\n";
    }
    StringBuilder text = new StringBuilder();
    appendLine(text, headings.stream().map(h -> h.toUpperCase(java.util.Locale.ROOT)).toList());
    rows.forEach(row -> appendLine(text, row.stream().map(Table::text).toList()));
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
    for (List<Object> row : rows) {
      widest = Math.max(widest, text(row.get(column)).length());
    }
    return widest;
  }

  private static String text(Object cell) {
    return OneLine.of(cell.toString());
  }

  String toJson() {
    return JsonText.of(toMaps());
  }

  /** Each row by its headings, with underscores for spaces. */
  List<Map<String, Object>> toMaps() {
    return rows.stream().map(this::toMap).toList();
  }

  private Map<String, Object> toMap(List<Object> row) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      map.put(headings.get(i).replace(' ', '_'), row.get(i));
    }
    return map;
  }
}
