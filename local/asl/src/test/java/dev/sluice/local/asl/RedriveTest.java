package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedriveTest {
  private static final String ONE_TASK =
      """
      {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:flaky", "End": true,
             "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 1, "MaxAttempts": 1}],
             "Output": {"count": "{% $states.context.Execution.RedriveCount %}"}}}
      """;

  @TempDir Path directory;
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private Lab lab;

  @BeforeEach
  void open() {
    lab = Lab.withManualTime(directory);
    lab.tasks.on(
        "flaky",
        r -> {
          if (broken.get()) {
            throw ScriptedTasks.failure("Broken", "not mended yet");
          }
          return r.arguments();
        });
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void shouldScheduleTheFailedTaskAgain() {
    String arn = lab.states(ONE_TASK).start("{}");
    assertThat(lab.end(arn).path("redriveStatus").asText()).isEqualTo("REDRIVABLE");
    broken.set(false);
    ObjectNode end = lab.redrive(arn);
    assertThat(end.path("output").asText()).isEqualTo("{\"count\":1}");
    assertThat(end.path("redriveCount").asInt()).isEqualTo(1);
    assertThat(end.path("redriveDate").isDouble()).isTrue();
    assertThat(lab.types(arn))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskFailed",
            "ExecutionFailed",
            "ExecutionRedriven",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void shouldTellTheListenerOfTheRedrive() {
    String arn = lab.states(ONE_TASK).start("{}");
    lab.end(arn);
    lab.redrive(arn);
    Lab.until(() -> lab.changes.size() == 4);
    assertThat(lab.changes.stream().map(c -> c.get("status").asText()))
        .containsExactly("RUNNING", "FAILED", "RUNNING", "FAILED");
    assertThat(lab.changes.get(3).get("redriveCount").asInt()).isEqualTo(1);
    assertThat(lab.changes.get(3).get("error").asText()).isEqualTo("Broken");
  }

  @Test
  void shouldRefuseWhatCannotBeRedriven() {
    broken.set(false);
    String succeeded = lab.states(ONE_TASK).start("{}");
    lab.end(succeeded);
    refused(succeeded, "Execution is SUCCEEDED and cannot be redriven");
    lab.states("{\"w\": {\"Type\": \"Wait\", \"Seconds\": 9, \"End\": true}}");
    refused(lab.start("{}"), "Execution is RUNNING and cannot be redriven");
    assertThatThrownBy(() -> lab.redrive("arn:aws:states:x:y:execution:m:none"))
        .isInstanceOfSatisfying(
            AslException.class, e -> assertThat(e.code()).isEqualTo("ExecutionDoesNotExist"));
  }

  private void refused(String arn, String reason) {
    assertThatThrownBy(() -> lab.redrive(arn))
        .hasMessage(reason)
        .isInstanceOfSatisfying(
            AslException.class, e -> assertThat(e.code()).isEqualTo("ExecutionNotRedrivable"));
    assertThat(lab.describe(arn).path("redriveStatusReason").asText()).isEqualTo(reason);
  }

  @Test
  void shouldRefuseAfterFourteenDays() {
    String arn = lab.states(ONE_TASK).start("{}");
    lab.end(arn);
    lab.time.advance(Duration.ofDays(14).plusSeconds(1));
    refused(arn, "Execution redrivable period exceeded");
  }

  @Test
  void shouldRedriveOnceForOneClientToken() {
    String arn = lab.states(ONE_TASK).start("{}");
    lab.end(arn);
    ObjectNode request = Json.object().put("executionArn", arn).put("clientToken", "t1");
    JsonNode first = lab.engine.call("RedriveExecution", request);
    lab.end(arn);
    lab.time.advance(Duration.ofMinutes(1));
    assertThat(lab.engine.call("RedriveExecution", request)).isEqualTo(first);
    assertThat(lab.describe(arn).path("redriveCount").asInt()).isEqualTo(1);
  }

  @Test
  void shouldRetryAfreshAndCountRetriesFromZero() {
    lab.tasks.on(
        "flaky",
        r -> {
          throw ScriptedTasks.failure("Again", "");
        });
    String arn = lab.states(ONE_TASK).start("{}");
    Lab.until(() -> lab.time.pending() == 1);
    lab.time.advance(Duration.ofSeconds(1));
    lab.end(arn);
    assertThat(lab.tasks.calls()).hasSize(2);
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.time.pending() == 1);
    lab.time.advance(Duration.ofSeconds(1));
    lab.end(arn);
    assertThat(lab.tasks.calls()).hasSize(4);
  }

  @Test
  void shouldRerunFailedAndAbortedBranchesOnlyWithTheirVariables() {
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "done", "States": {"done": {"Type": "Task",
             "Resource": "arn:aws:states:::test:echo", "Arguments": "done", "End": true}}},
          {"StartAt": "keep", "States": {
             "keep": {"Type": "Pass", "Assign": {"kept": 42}, "Next": "fails"},
             "fails": {"Type": "Task", "Resource": "arn:aws:states:::test:flaky",
                       "Output": "{% $kept %}", "End": true}}},
          {"StartAt": "waits", "States": {"waits": {"Type": "Wait", "Seconds": 5, "Next": "w"},
             "w": {"Type": "Pass", "Output": "waited", "End": true}}}]}}
        """);
    String arn = lab.start("{}");
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("Broken");
    assertThat(lab.types(arn)).contains("WaitStateAborted", "ParallelStateFailed");
    broken.set(false);
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.time.pending() == 1);
    lab.time.advance(Duration.ofSeconds(5));
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("[\"done\",42,\"waited\"]");
    assertThat(lab.tasks.calls("done")).isEqualTo(1);
    assertThat(lab.types(arn).stream().filter("ParallelStateStarted"::equals)).hasSize(1);
  }

  @Test
  void shouldKeepWhatSucceededInTheLastRetryOfAParallelState() {
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true,
          "Retry": [{"ErrorEquals": ["Broken"], "IntervalSeconds": 1, "MaxAttempts": 1}],
          "Branches": [
          {"StartAt": "done", "States": {"done": {"Type": "Task",
             "Resource": "arn:aws:states:::test:echo", "Arguments": "done", "End": true}}},
          {"StartAt": "fails", "States": {"fails": {"Type": "Task",
             "Resource": "arn:aws:states:::test:flaky", "Arguments": "mended", "End": true}}}]}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.time.pending() == 1);
    lab.time.advance(Duration.ofSeconds(1));
    lab.end(arn);
    assertThat(lab.tasks.calls("done")).isEqualTo(2);
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[\"done\",\"mended\"]");
    assertThat(lab.tasks.calls("done")).as("kept").isEqualTo(2);
    assertThat(lab.tasks.calls("fails")).isEqualTo(3);
  }

  @Test
  void shouldRerunFailedIterationsOnly() {
    lab.states(
        """
        {"m": {"Type": "Map", "MaxConcurrency": 1, "Items": ["a", "b", "c"], "End": true,
          "ItemProcessor": {"StartAt": "c?", "States": {
            "c?": {"Type": "Choice", "Default": "echo", "Choices": [
               {"Condition": "{% $states.input = 'b' %}", "Next": "fails"}]},
            "echo": {"Type": "Task", "Resource": "arn:aws:states:::test:echo", "End": true},
            "fails": {"Type": "Task", "Resource": "arn:aws:states:::test:flaky", "End": true}}}}}
        """);
    String arn = lab.start("{}");
    lab.end(arn);
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(lab.tasks.calls("echo")).isEqualTo(2);
    assertThat(lab.tasks.calls("fails")).isEqualTo(2);
  }

  @Test
  void shouldRunAParallelStateAnewWhoseResultWasTooLarge() {
    AtomicBoolean large = new AtomicBoolean(true);
    lab.tasks.on(
        "size", r -> Json.MAPPER.getNodeFactory().textNode("x".repeat(large.get() ? 200_000 : 1)));
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true, "Output": "{% $count($states.result) %}",
          "Branches": [
          {"StartAt": "a", "States": {"a": {"Type": "Task", "End": true,
             "Resource": "arn:aws:states:::test:size"}}},
          {"StartAt": "b", "States": {"b": {"Type": "Task", "End": true,
             "Resource": "arn:aws:states:::test:size"}}}]}}
        """);
    String arn = lab.start("{}");
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.DataLimitExceeded");
    large.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("2");
    assertThat(lab.tasks.calls()).hasSize(4);
  }

  @Test
  void shouldFailAgainInAFailState() {
    lab.states("{\"f\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"c\"}}");
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(lab.redrive(arn).path("error").asText()).isEqualTo("E");
    assertThat(lab.describe(arn).path("redriveCount").asInt()).isEqualTo(1);
  }

  @Test
  void shouldWaitWithANewToken() {
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:ask.waitForTaskToken",
               "TimeoutSeconds": 60, "End": true,
               "Arguments": {"token": "{% $states.context.Task.Token %}"}}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.types(arn).contains("TaskSubmitted"));
    lab.time.advance(Duration.ofSeconds(60));
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.Timeout");
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.tasks.calls().size() == 2);
    String old = lab.tasks.calls().get(0).taskToken();
    String fresh = lab.tasks.calls().get(1).taskToken();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(lab.tasks.calls().get(1).arguments().get("token").asText()).isEqualTo(fresh);
    assertThatThrownBy(() -> succeed(old))
        .isInstanceOfSatisfying(
            AslException.class, e -> assertThat(e.code()).isEqualTo("TaskTimedOut"));
    succeed(fresh);
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("\"yes\"");
  }

  private void succeed(String token) {
    lab.engine.call(
        "SendTaskSuccess", Json.object().put("taskToken", token).put("output", "\"yes\""));
  }

  @Test
  void shouldRedriveAStoppedExecution() {
    lab.states("{\"w\": {\"Type\": \"Wait\", \"Seconds\": 9, \"End\": true}}");
    String arn = lab.start("{}");
    lab.engine.call(
        "StopExecution",
        Json.object().put("executionArn", arn).put("error", "Op").put("cause", "by hand"));
    ObjectNode stopped = lab.describe(arn);
    assertThat(stopped.path("status").asText()).isEqualTo("ABORTED");
    assertThat(stopped.path("cause").asText()).isEqualTo("by hand");
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.time.pending() == 1);
    lab.time.advance(Duration.ofSeconds(9));
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void shouldStartTheExecutionsTimeoutAfresh() {
    lab.machine(
        """
        {"QueryLanguage": "JSONata", "TimeoutSeconds": 10, "StartAt": "w", "States":
          {"w": {"Type": "Wait", "Seconds": 9, "Next": "v"},
           "v": {"Type": "Wait", "Seconds": 9, "End": true}}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.time.pending() == 2);
    lab.time.advance(Duration.ofSeconds(9));
    Lab.until(() -> lab.types(arn).stream().filter("WaitStateEntered"::equals).count() == 2);
    lab.time.advance(Duration.ofSeconds(1));
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("TIMED_OUT");
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.time.pending() == 2);
    lab.time.advance(Duration.ofSeconds(9));
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void shouldUseTheDefinitionOfTheOriginalAttempt() {
    String arn = lab.states(ONE_TASK).start("{}");
    lab.end(arn);
    lab.states("{\"other\": {\"Type\": \"Pass\", \"End\": true}}");
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("{\"count\":1}");
    JsonNode machine =
        lab.engine.call("DescribeStateMachineForExecution", Json.object().put("executionArn", arn));
    assertThat(machine.path("definition").asText()).contains("test:flaky");
  }

  @Test
  void shouldListByWhetherAnExecutionWasRedriven() {
    String arn = lab.states(ONE_TASK).start("{}");
    lab.end(arn);
    lab.redrive(arn);
    lab.end(lab.start("{}"));
    for (String filter : List.of("REDRIVEN", "NOT_REDRIVEN")) {
      JsonNode found =
          lab.engine.call(
              "ListExecutions",
              Json.object()
                  .put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:m")
                  .put("redriveFilter", filter));
      assertThat(found.get("executions")).hasSize(1);
      assertThat(found.get("executions").get(0).get("executionArn").asText().equals(arn))
          .isEqualTo(filter.equals("REDRIVEN"));
    }
  }
}
