package dev.sluice.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  @Test
  void shouldNameTypeMessageAndCause() {
    ErrorReport report =
        ErrorReport.of(new IllegalStateException("a \"b\"\n\u0001", new IOException("c\\d")));

    assertThat(report.type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(report.json())
        .startsWith(
            "{\"errorMessage\":\"a \\\"b\\\"\\n\\u0001\","
                + "\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[")
        .contains("\"cause\":{\"errorMessage\":\"c\\\\d\",\"errorType\":\"java.io.IOException\"");
  }

  @Test
  void shouldUseTheTypeWhereThereIsNoMessage() {
    assertThat(ErrorReport.of(new NullPointerException()).json())
        .startsWith("{\"errorMessage\":\"java.lang.NullPointerException\"");
  }

  @Test
  void shouldBoundCausesThatGoInCircles() {
    Exception first = new Exception("first");
    first.initCause(new Exception("second", first));

    assertThat(ErrorReport.of(first).json()).hasSizeLessThan(50_000).endsWith("}}}}}}");
  }

  @Test
  void shouldEscapeHalvesOfCharacters() {
    assertThat(ErrorReport.of(new Exception("x\ud800y")).json()).contains("x\\ud800y");
  }
}
