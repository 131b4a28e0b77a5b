package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorHandlingTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = Lab.withManualTime(directory);
    lab.tasks.on(
        "fails",
        r -> {
          throw ScriptedTasks.failure("Custom", "because");
        });
    lab.tasks.onAsync("silent", r -> new CompletableFuture<>());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void waitFor(int timers) {
    Lab.until(() -> lab.time.pending() == timers);
  }

  @Test
  void shouldBackOffUpToTheLongestDelayAndThenCatch() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:fails", "End": true,
           "Retry": [
             {"ErrorEquals": ["Other"], "MaxAttempts": 9},
             {"ErrorEquals": ["Custom"], "IntervalSeconds": 2, "BackoffRate": 3,
              "MaxAttempts": 3, "MaxDelaySeconds": 10}],
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "caught",
              "Assign": {"error": "{% $states.errorOutput.Error %}"},
              "Output": {"cause": "{% $states.errorOutput.Cause %}"}}]},
         "caught": {"Type": "Pass", "End": true,
            "Output": "{% $error & ' ' & $states.input.cause %}"}}
        """);
    String arn = lab.start("{}");
    for (int seconds : new int[] {2, 6, 10}) {
      waitFor(1);
      lab.time.advance(Duration.ofSeconds(seconds));
    }
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("\"Custom because\"");
    assertThat(lab.time.asked())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(10));
    assertThat(lab.tasks.calls()).hasSize(4);
  }

  @Test
  void shouldSpreadRetriesWithFullJitter() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:fails", "End": true,
           "Retry": [{"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 100,
                      "MaxAttempts": 1, "JitterStrategy": "FULL"}]}}
        """);
    lab.start("{}");
    waitFor(1);
    assertThat(lab.time.asked().get(0)).isLessThanOrEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void shouldCountRetriesInTheContext() {
    AtomicBoolean ok = new AtomicBoolean();
    lab.tasks.on(
        "third",
        r -> {
          if (r.arguments().intValue() < 2) {
            throw ScriptedTasks.failure("Custom", "");
          }
          ok.set(true);
          return r.arguments();
        });
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:third", "End": true,
           "Arguments": "{% $states.context.State.RetryCount %}",
           "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}]}}
        """);
    String arn = lab.start("{}");
    for (int i = 0; i < 2; i++) {
      waitFor(1);
      lab.time.advance(Duration.ofSeconds(4));
    }
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("2");
    assertThat(ok).isTrue();
  }

  @Test
  void shouldTimeTasksOutAndCancelThem() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:silent", "End": true,
           "TimeoutSeconds": "{% $states.input.limit %}",
           "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "no"},
                     {"ErrorEquals": ["States.Timeout"], "Next": "late"}]},
         "no": {"Type": "Pass", "End": true},
         "late": {"Type": "Pass", "Output": "late", "End": true}}
        """);
    String arn = lab.start("{\"limit\": 30}");
    waitFor(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    Lab.until(() -> lab.tasks.calls().size() == 1);
    lab.tasks.calls().get(0).cancel().onCancel(() -> cancelled.set(true));
    lab.time.advance(Duration.ofSeconds(30));
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("\"late\"");
    assertThat(lab.types(arn)).contains("TaskTimedOut");
    Lab.until(cancelled::get);
  }

  @Test
  void shouldFailTasksThatMissTheirHeartbeat() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:ask.waitForTaskToken",
               "HeartbeatSeconds": 10, "End": true}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.types(arn).contains("TaskSubmitted"));
    String token = lab.tasks.calls().get(0).taskToken();
    lab.time.advance(Duration.ofSeconds(9));
    lab.engine.call("SendTaskHeartbeat", Json.object().put("taskToken", token));
    Lab.until(() -> lab.time.asked().size() == 2);
    lab.time.advance(Duration.ofSeconds(9));
    assertThat(lab.describe(arn).path("status").asText()).isEqualTo("RUNNING");
    lab.time.advance(Duration.ofSeconds(1));
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.Timeout");
  }

  @Test
  void shouldEndATaskByItsToken() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:ask.waitForTaskToken",
               "End": true, "Catch": [{"ErrorEquals": ["Refused"], "Next": "refused"}]},
         "refused": {"Type": "Pass", "End": true, "Output": "{% $states.input.Cause %}"}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 1);
    ObjectNode answer = Json.object().put("taskToken", lab.tasks.calls().get(0).taskToken());
    lab.engine.call("SendTaskFailure", answer.put("error", "Refused").put("cause", "no"));
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("\"no\"");
    assertRefused("TaskTimedOut", answer);
    assertRefused("InvalidToken", Json.object().put("taskToken", "nonsense"));
    assertRefused("InvalidToken", Json.object());
  }

  private void assertRefused(String code, ObjectNode request) {
    for (String operation : List.of("SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat")) {
      try {
        lab.engine.call(operation, request.put("output", "1"));
        throw new AssertionError(operation + " was accepted");
      } catch (AslException e) {
        assertThat(e.code()).isEqualTo(code);
      }
    }
  }

  @Test
  void shouldFailOnUndefinedResultsWithWords() {
    lab.states(
        "{\"p\": {\"Type\": \"Pass\", \"Output\": {\"x\": \"{% $states.input.nope %}\"},"
            + " \"End\": true}}");
    String arn = lab.start("{}");
    ObjectNode end = lab.end(arn);
    assertThat(end.path("error").asText()).isEqualTo("States.QueryEvaluationError");
    assertThat(end.path("cause").asText())
        .isEqualTo(
            "An error occurred while executing the state 'p' (entered at the event id #2). The"
                + " JSONata expression '$states.input.nope' specified for the field 'Output/x'"
                + " returned nothing (undefined).");
    JsonNode failed =
        lab.events(arn).stream()
            .filter(e -> e.path("type").asText().equals("EvaluationFailed"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.path("evaluationFailedEventDetails").path("state").asText()).isEqualTo("p");
  }

  @Test
  void shouldCatchAnErrorOfItsOwnOutput() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:echo", "End": true,
           "Output": "{% $error('odd') %}",
           "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "caught"}]},
         "caught": {"Type": "Pass", "Output": "{% $states.input.Error %}", "End": true}}
        """);
    assertThat(lab.output("{}").asText()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void shouldRefuseResultsAboveTheLimit() {
    lab.tasks.on("huge", r -> Json.MAPPER.getNodeFactory().textNode("ä".repeat(131_072)));
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:huge", "End": true,
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "never"}]},
         "never": {"Type": "Pass", "End": true}}
        """);
    assertThat(lab.run("{}").path("error").asText()).isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void shouldAbortOtherBranchesAndCancelTheirTasksWhenOneFails() {
    lab.tasks.onAsync(
        "later",
        r -> {
          CompletableFuture<JsonNode> result = new CompletableFuture<>();
          lab.tasks.on("never", x -> x.arguments());
          return result;
        });
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "a", "States": {"a": {"Type": "Task", "End": true,
             "Resource": "arn:aws:states:::test:silent"}}},
          {"StartAt": "b", "States": {"b": {"Type": "Wait", "Seconds": 1, "Next": "c"},
             "c": {"Type": "Fail", "Error": "E"}}}]}}
        """);
    String arn = lab.start("{}");
    waitFor(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    Lab.until(() -> lab.tasks.calls().size() == 1);
    lab.tasks.calls().get(0).cancel().onCancel(() -> cancelled.set(true));
    lab.time.advance(Duration.ofSeconds(1));
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("E");
    Lab.until(cancelled::get);
    assertThat(lab.types(arn)).contains("TaskStateAborted", "ParallelStateFailed");
  }

  @Test
  void shouldRetryAWholeParallelState() {
    AtomicBoolean once = new AtomicBoolean(true);
    lab.tasks.on(
        "once",
        r -> {
          if (once.getAndSet(false)) {
            throw ScriptedTasks.failure("Custom", "");
          }
          return r.arguments();
        });
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true,
          "Retry": [{"ErrorEquals": ["Custom"], "IntervalSeconds": 1}], "Branches": [
          {"StartAt": "a", "States": {"a": {"Type": "Task", "End": true, "Arguments": 1,
             "Resource": "arn:aws:states:::test:echo"}}},
          {"StartAt": "b", "States": {"b": {"Type": "Task", "End": true, "Arguments": 2,
             "Resource": "arn:aws:states:::test:once"}}}]}}
        """);
    String arn = lab.start("{}");
    waitFor(1);
    lab.time.advance(Duration.ofSeconds(1));
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("[1,2]");
    assertThat(lab.tasks.calls()).hasSize(4);
  }
}
