package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void shouldTellWhatALambdaThrew() {
    Reason reason =
        Reason.of(
            "dev.sluice.error.CrawlFailed",
            "{\"errorMessage\":\"crawler shop failed:\\n no network\",\"errorType\":\"x\",\"stackTrace\":[\"a\"]}");

    assertThat(reason.sentence())
        .isEqualTo("dev.sluice.error.CrawlFailed: crawler shop failed: no network");
  }

  @Test
  void shouldTellWhyAGlueJobFailed() {
    Reason reason =
        Reason.of(
            "States.TaskFailed",
            "{\"Id\":\"jr_1\",\"JobName\":\"sluice-orders-process_sales\",\"JobRunState\":\"FAILED\",\"ErrorMessage\":\"no such column: Dat\"}");

    assertThat(reason.sentence())
        .isEqualTo("Glue job sluice-orders-process_sales failed: no such column: Dat");
    assertThat(reason.jobRun()).contains("jr_1");
  }

  @Test
  void shouldTellAJobThatTimedOut() {
    assertThat(
            Reason.of("States.TaskFailed", "{\"JobName\":\"j\",\"JobRunState\":\"TIMEOUT\"}")
                .sentence())
        .isEqualTo("Glue job j timed out");
  }

  @Test
  void shouldLeaveOutWhatServicesAddForTheirSupport() {
    assertThat(
            Reason.of("Glue.X", "Too many (Service: Glue, Status Code: 400, Request ID: 1-2)")
                .text())
        .isEqualTo("Too many");
    assertThat(
            Reason.of(
                    "S3",
                    "{\"errorMessage\":\"No bucket (Service: S3, Status Code: 404, Request ID: x)"
                        + " (SDK Attempt Count: 1)\"}")
                .text())
        .isEqualTo("No bucket");
    assertThat(Reason.of("T", "{\"errorMessage\":\"RequestId: 1-2 Error: Task timed out\"}").text())
        .isEqualTo("Task timed out");
  }

  @Test
  void shouldKeepTextThatIsNoJson() {
    assertThat(Reason.of("Glue.X", "Concurrent runs\nexceeded").sentence())
        .isEqualTo("Glue.X: Concurrent runs exceeded");
    assertThat(Reason.of("X", "{\"errorMessage\":\"cut in the mid").text())
        .isEqualTo("{\"errorMessage\":\"cut in the mid");
  }

  @Test
  void shouldSayWhereNothingWasSaid() {
    assertThat(Reason.of(null, null).sentence()).isEqualTo("unknown error: no cause was given");
    assertThat(Reason.of("E", " ").sentence()).isEqualTo("E: no cause was given");
  }

  @Test
  void shouldCutWhatNobodyReads() {
    assertThat(Reason.of("E", "x".repeat(5_000)).text()).hasSizeLessThan(650).endsWith("[...]");
  }
}
