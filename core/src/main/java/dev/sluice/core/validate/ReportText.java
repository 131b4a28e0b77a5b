package dev.sluice.core.validate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The error report that lies beside an invalid file, as JSON. The same report gives the same text.
 *
 * <p>A small writer of its own, since core depends on no JSON library and handlers start cold.
 */
public final class ReportText {
  private ReportText() {}

  /**
   * Renders a report.
   *
   * @param about what to say of the file first, in that order, for example bucket, key and version
   */
  public static String json(ValidationReport report, Map<String, String> about) {
    StringBuilder json = new StringBuilder("{\n");
    about.forEach((name, value) -> member(json, "  ", name, quoted(value)).append(",\n"));
    member(json, "  ", "dataset", quoted(report.dataset())).append(",\n");
    member(json, "  ", "valid", Boolean.toString(report.valid())).append(",\n");
    member(json, "  ", "bytes", Long.toString(report.bytes())).append(",\n");
    member(json, "  ", "rows", Long.toString(report.rows())).append(",\n");
    member(json, "  ", "bad_rows", Long.toString(report.badRows())).append(",\n");
    member(json, "  ", "violation_count", Long.toString(report.violationCount())).append(",\n");
    member(json, "  ", "counts", counts(report)).append(",\n");
    json.append("  \"violations\": [");
    String separator = "\n";
    for (Violation violation : report.violations()) {
      json.append(separator).append("    ").append(violation(violation));
      separator = ",\n";
    }
    return json.append(report.violations().isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }

  private static String counts(ValidationReport report) {
    Map<String, String> counts = new LinkedHashMap<>();
    report.counts().forEach((kind, count) -> counts.put(kind.text(), Long.toString(count)));
    return object(counts);
  }

  private static String violation(Violation violation) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("line", Long.toString(violation.line()));
    members.put("column", Integer.toString(violation.column()));
    members.put("column_name", quoted(violation.columnName()));
    members.put("kind", quoted(violation.kind().text()));
    members.put("found", quoted(violation.found()));
    members.put("expected", quoted(violation.expected()));
    members.put("message", quoted(violation.message()));
    return object(members);
  }

  private static String object(Map<String, String> members) {
    StringBuilder object = new StringBuilder("{");
    members.forEach((name, value) -> member(object, object.length() > 1 ? ", " : "", name, value));
    return object.append('}').toString();
  }

  private static StringBuilder member(
      StringBuilder json, String before, String name, String value) {
    return json.append(before).append(quoted(name)).append(": ").append(value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
