package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.CancelSignal;
import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlueTaskTest {
  private static final String START = "arn:aws:states:::glue:startJobRun";

  @TempDir Path state;
  private GlueFixture fixture;
  private TaskIntegration task;
  private Runnable cancel;

  @BeforeEach
  void start() throws Exception {
    fixture = new GlueFixture(state);
    fixture.job("export", 1);
    task = fixture.glue.integrations().get(0);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html">AWS</a>
   */
  @Test
  void shouldTakeTheArgumentsOfStartJobRunAndInsistOnTheJob() {
    TaskArguments arguments = task.arguments(START + ".sync").orElseThrow();
    assertThat(arguments.required()).containsExactly("JobName");
    assertThat(arguments.known())
        .contains("Arguments", "NotificationProperty", "Timeout", "WorkerType")
        .doesNotContain("TimeoutSeconds");
  }

  @Test
  void shouldAnswerWithTheRunInMilliseconds() throws Exception {
    JsonNode run = run(START + ".sync", "succeed").get(30, TimeUnit.SECONDS);

    TaskResult shape = task.result(START + ".sync").orElseThrow();
    assertThat(shape.mistake(run, true)).as("what no mock could be of a real answer").isEmpty();
    assertThat(shape.mistake(Json.object().put("ExecutionTime", "3"), true)).isPresent();

    assertThat(run.path("JobRunState").asText()).isEqualTo("SUCCEEDED");
    assertThat(run.path("JobName").asText()).isEqualTo("export");
    assertThat(run.path("StartedOn").asLong()).isGreaterThan(1_700_000_000_000L);
  }

  @Test
  void shouldAnswerAtOnceWithoutSync() throws Exception {
    JsonNode started = run(START, "hang").get(30, TimeUnit.SECONDS);

    assertThat(started.path("JobRunId").asText()).startsWith("jr_");
  }

  @Test
  void shouldFailWithTheRunAsCause() {
    assertThatThrownBy(() -> run(START + ".sync", "fail").join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            TaskFailure.class,
            e -> {
              assertThat(e.error()).isEqualTo("States.TaskFailed");
              assertThat(e.cause())
                  .contains("\"JobRunState\":\"FAILED\"", "/ by zero", "\"JobName\":\"export\"");
            });
  }

  @Test
  void shouldNameGluesErrors() throws Exception {
    run(START, "hang").get(30, TimeUnit.SECONDS);

    assertThatThrownBy(() -> run(START + ".sync", "succeed").join())
        .cause()
        .isInstanceOfSatisfying(
            TaskFailure.class,
            e -> {
              assertThat(e.error()).isEqualTo("Glue.ConcurrentRunsExceededException");
              assertThat(e.cause())
                  .startsWith("Concurrent runs exceeded for export (Service: Glue");
            });
  }

  @Test
  void shouldStopTheRunOfACancelledTask() throws Exception {
    CompletableFuture<JsonNode> result = run(START + ".sync", "hang");
    for (int i = 0; i < 200 && cancel == null; i++) {
      Thread.sleep(20);
    }

    cancel.run();

    assertThatThrownBy(() -> result.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("\"JobRunState\":\"STOPPED\"");
  }

  private CompletableFuture<JsonNode> run(String resource, String behaviour) throws Exception {
    CancelSignal signal =
        new CancelSignal() {
          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void onCancel(Runnable action) {
            cancel = action;
          }
        };
    JsonNode arguments =
        GlueFixture.json(
            "{\"JobName\":\"export\",\"Arguments\":{\"--behave\":\"" + behaviour + "\"}}");
    return task.run(
            new TaskRequest(
                resource,
                arguments,
                "arn:x",
                "arn:aws:iam::000000000000:role/machine",
                "export",
                null,
                signal))
        .toCompletableFuture();
  }
}
