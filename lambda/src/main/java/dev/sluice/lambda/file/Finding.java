package dev.sluice.lambda.file;

import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a file was turned down.
 *
 * @param rows data rows that were read
 * @param badRows of which broke the contract
 * @param total how many violations there are in all
 * @param counts of all violations by kind
 * @param errors the first violations, each with {@code line}, {@code column} and {@code message}
 */
public record Finding(
    long rows,
    long badRows,
    long total,
    Map<String, Long> counts,
    List<Map<String, Object>> errors) {

  /** What the validator found. */
  public static Finding of(ValidationReport report) {
    Map<String, Long> counts = new LinkedHashMap<>();
    report.counts().forEach((kind, count) -> counts.put(kind.text(), count));
    return new Finding(
        report.rows(),
        report.badRows(),
        report.violationCount(),
        counts,
        report.violations().stream().map(Finding::error).toList());
  }

  /** A reason that concerns the file as a whole. */
  public static Finding ofFile(String kind, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("line", 0);
    error.put("column", 0);
    error.put("kind", kind);
    error.put("message", message);
    return new Finding(0, 0, 1, Map.of(kind, 1L), List.of(error));
  }

  private static Map<String, Object> error(Violation violation) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("line", violation.line());
    error.put("column", violation.column());
    if (!violation.columnName().isEmpty()) {
      error.put("name", violation.columnName());
    }
    error.put("kind", violation.kind().text());
    error.put("message", violation.message());
    return error;
  }
}
