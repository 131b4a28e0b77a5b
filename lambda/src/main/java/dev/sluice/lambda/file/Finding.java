package dev.sluice.lambda.file;

import dev.sluice.core.audit.ErrorField;
import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a file was turned down.
 *
 * @param rows data rows that were read
 * @param errors the first reasons, each with {@code kind} and {@code message}, and with {@code
 *     line}, {@code column} and {@code name} of the column where one place is meant
 * @param validation what the validator said; empty where it had no say
 */
public record Finding(
    long rows, List<Map<String, Object>> errors, Optional<ValidationReport> validation) {

  /** What the validator found. */
  public static Finding of(ValidationReport report) {
    List<Map<String, Object>> errors = report.violations().stream().map(Finding::error).toList();
    return new Finding(report.rows(), errors, Optional.of(report));
  }

  /** A reason that concerns the file as a whole. */
  public static Finding ofFile(String kind, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put(ErrorField.KIND, kind);
    error.put(ErrorField.MESSAGE, message);
    return new Finding(0, List.of(error), Optional.empty());
  }

  private static Map<String, Object> error(Violation violation) {
    Map<String, Object> error = new LinkedHashMap<>();
    if (violation.line() > 0) {
      error.put(ErrorField.LINE, violation.line());
    }
    if (violation.column() > 0) {
      error.put(ErrorField.COLUMN, (long) violation.column());
    }
    if (!violation.columnName().isEmpty()) {
      error.put(ErrorField.NAME, violation.columnName());
    }
    error.put(ErrorField.KIND, violation.kind().text());
    error.put(
        ErrorField.MESSAGE, "found " + violation.found() + ", expected " + violation.expected());
    return error;
  }
}
