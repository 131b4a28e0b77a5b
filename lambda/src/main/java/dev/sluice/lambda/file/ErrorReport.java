package dev.sluice.lambda.file;

import dev.sluice.core.validate.ReportText;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Timestamps;
import dev.sluice.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report that lies beside an invalid file. */
final class ErrorReport {

  private ErrorReport() {}

  static byte[] json(FileVersion file, String run, Instant at, Finding finding) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("bucket", file.bucket());
    about.put("key", file.key());
    about.put("version_id", file.versionId());
    about.put("execution", run);
    about.put("validated_at", Timestamps.text(at));
    return finding
        .validation()
        .map(report -> ReportText.json(report, about).getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> withoutValidation(file, finding, about));
  }

  /** As far as there is something to say, in the same words. */
  private static byte[] withoutValidation(
      FileVersion file, Finding finding, Map<String, String> about) {
    Map<String, Object> report = new LinkedHashMap<>(about);
    report.put("dataset", file.dataset());
    report.put("valid", false);
    report.put("bytes", file.size());
    report.put("violation_count", finding.errors().size());
    report.put("violations", finding.errors());
    return Json.bytes(report);
  }
}
