package dev.sluice.lambda.file;

import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Timestamps;
import dev.sluice.lambda.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report that lies beside an invalid file. */
final class ErrorReport {

  private ErrorReport() {}

  static byte[] json(FileVersion file, String run, Instant at, Finding finding) {
    Map<String, Object> report = new LinkedHashMap<>(file.line());
    report.put("execution", run);
    report.put("validated_at", Timestamps.text(at));
    report.put("rows", finding.rows());
    report.put("bad_rows", finding.badRows());
    report.put("violations", finding.total());
    report.put("counts", finding.counts());
    report.put("errors", finding.errors());
    return Json.bytes(report);
  }
}
