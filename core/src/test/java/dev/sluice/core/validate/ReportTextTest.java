package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  @Test
  void shouldRenderAReportAsJson() throws Exception {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("bucket", "failed");
    about.put("key", "sales/\"odd\"\\\u0001é.csv");
    Violation violation = new Violation(3, 2, "Name", ViolationKind.TYPE, "'x\ty'", "a number");
    ValidationReport report =
        new ValidationReport(
            "sales", false, 99, 4, 1, List.of(violation), Map.of(ViolationKind.TYPE, 1L));

    String text = ReportText.json(report, about);

    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "bucket",
            "key",
            "dataset",
            "valid",
            "bytes",
            "rows",
            "bad_rows",
            "violation_count",
            "counts",
            "violations");
    assertThat(json.get("key").asText()).isEqualTo("sales/\"odd\"\\\u0001é.csv");
    assertThat(json.at("/counts/type").asLong()).isEqualTo(1);
    assertThat(json.at("/violations/0/message").asText()).isEqualTo(violation.message());
    assertThat(json.at("/violations/0/line").asLong()).isEqualTo(3);
    assertThat(ReportText.json(report, about)).isEqualTo(text);
  }

  @Test
  void shouldRenderAReportWithoutViolations() throws Exception {
    ValidationReport report = new ValidationReport("sales", true, 9, 4, 0, List.of(), Map.of());

    JsonNode json = new ObjectMapper().readTree(ReportText.json(report, Map.of()));

    assertThat(json.get("violations")).isEmpty();
    assertThat(json.get("valid").asBoolean()).isTrue();
  }
}
