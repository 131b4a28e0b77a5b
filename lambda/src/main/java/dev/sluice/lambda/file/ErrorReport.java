package dev.sluice.lambda.file;

import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Violation;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Timestamps;
import dev.sluice.lambda.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report that lies beside an invalid file: what the record's errors say, and more of it. */
final class ErrorReport {

  private ErrorReport() {}

  static byte[] json(FileVersion file, String run, Instant at, Finding finding) {
    Map<String, Object> report = new LinkedHashMap<>(file.line());
    report.put("execution", run);
    report.put("validated_at", Timestamps.text(at));
    finding.validation().ifPresent(validation -> addCounts(report, validation));
    report.put(
        "violations",
        finding
            .validation()
            .<Object>map(v -> v.violations().stream().map(ErrorReport::violation).toList())
            .orElse(finding.errors()));
    return Json.bytes(report);
  }

  private static void addCounts(Map<String, Object> report, ValidationReport validation) {
    report.put("bytes_read", validation.bytes());
    report.put("rows", validation.rows());
    report.put("bad_rows", validation.badRows());
    report.put("violation_count", validation.violationCount());
    Map<String, Object> counts = new LinkedHashMap<>();
    validation.counts().forEach((kind, count) -> counts.put(kind.text(), count));
    report.put("counts", counts);
  }

  private static Map<String, Object> violation(Violation violation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", violation.line());
    fields.put("column", violation.column());
    fields.put("column_name", violation.columnName());
    fields.put("kind", violation.kind().text());
    fields.put("found", violation.found());
    fields.put("expected", violation.expected());
    fields.put("message", violation.message());
    return fields;
  }
}
