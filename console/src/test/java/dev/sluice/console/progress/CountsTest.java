package dev.sluice.console.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

  private static String words(String... namesAndValues) {
    Map<String, String> outcome = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      outcome.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    StepProgress step = new StepProgress("step");
    step.end(StepState.SUCCEEDED, Instant.EPOCH, outcome);
    return Counts.words(step);
  }

  @Test
  void shouldSayNumbersInTheOrderOfTheStep() {
    assertThat(words("succeeded", "12", "failed", "0")).isEqualTo("12 succeeded, 0 failed");
  }

  @Test
  void shouldLeaveOutWhatIsNoNumber() {
    assertThat(words("jobRun", "jr_1", "object", "bucket/key", "items", "5000"))
        .isEqualTo("5,000 items");
  }

  @Test
  void shouldSpeakOfFilesAloneWhereFilesWereValidated() {
    assertThat(
            words(
                "valid",
                "3",
                "invalid",
                "0",
                "rows",
                "21000",
                "superseded",
                "0",
                "succeeded",
                "1",
                "failed",
                "0"))
        .isEqualTo("3 valid, 0 invalid, 21,000 rows");
    assertThat(words("valid", "3", "invalid", "0", "superseded", "2", "failed", "1"))
        .isEqualTo("3 valid, 0 invalid, 2 superseded, 1 failed");
  }
}
