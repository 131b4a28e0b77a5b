package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories have AWS's shape: which events there are and which one each of them follows.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/tree/main/tests/aws/services/stepfunctions/v2">Histories
 *     recorded on AWS: scenarios/test_base_scenarios, timeouts/test_timeouts, test_sfn_api</a>
 * @see <a href="https://github.com/floci-io/floci/pull/3167">Chains of events compared with
 *     AWS's</a>
 */
class HistoryShapeTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    lab.tasks.on(
        "fails",
        r -> {
          throw ScriptedTasks.failure("E", "c");
        });
    lab.tasks.onAsync("silent", r -> new CompletableFuture<>());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private List<String> chain(String arn) {
    return lab.events(arn).stream()
        .map(
            event ->
                event.get("id").asText()
                    + " after "
                    + event.get("previousEventId").asText()
                    + " "
                    + event.get("type").asText())
        .toList();
  }

  private JsonNode event(String arn, String type) {
    return lab.events(arn).stream()
        .filter(event -> event.get("type").asText().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + lab.types(arn)));
  }

  private static String task(String name) {
    return "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:"
        + name
        + "\", \"End\": true}";
  }

  @Test
  void shouldChainTheIterationsOfAMap() {
    lab.states(
        """
        {"m": {"Type": "Map", "Items": [1, 2], "MaxConcurrency": 1, "End": true,
          "ItemProcessor": {"StartAt": "p", "States": {"p": {"Type": "Pass", "End": true}}}}}
        """);
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(chain(arn))
        .containsExactly(
            "1 after 0 ExecutionStarted",
            "2 after 0 MapStateEntered",
            "3 after 2 MapStateStarted",
            "4 after 3 MapIterationStarted",
            "5 after 4 PassStateEntered",
            "6 after 5 PassStateExited",
            "7 after 6 MapIterationSucceeded",
            "8 after 6 MapIterationStarted",
            "9 after 8 PassStateEntered",
            "10 after 9 PassStateExited",
            "11 after 10 MapIterationSucceeded",
            "12 after 10 MapStateSucceeded",
            "13 after 10 MapStateExited",
            "14 after 13 ExecutionSucceeded");
  }

  @Test
  void shouldChainTheAbortsOfAMapToTheFailure() {
    lab.states(
        """
        {"m": {"Type": "Map", "Items": ["silent", "fails"], "End": true,
          "ItemProcessor": {"StartAt": "c", "States": {
            "c": {"Type": "Choice", "Default": "wait",
              "Choices": [{"Condition": "{% $states.input = 'fails' %}", "Next": "fail"}]},
            "wait": SILENT,
            "fail": FAILS}}}}
        """
            .replace("SILENT", task("silent"))
            .replace("FAILS", task("fails")));
    String arn = lab.start("{}");
    lab.end(arn);
    String failed = event(arn, "TaskFailed").get("id").asText();
    for (String type :
        List.of(
            "MapIterationFailed", "TaskStateAborted", "MapIterationAborted", "MapStateFailed")) {
      assertThat(event(arn, type).get("previousEventId").asText()).as(type).isEqualTo(failed);
    }
    assertThat(event(arn, "ExecutionFailed").get("previousEventId"))
        .isEqualTo(event(arn, "MapStateFailed").get("id"));
  }

  @Test
  void shouldLetTheExitOfAParallelFollowItsLastBranch() {
    lab.states(
        """
        {"p": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "a", "States": {"a": {"Type": "Pass", "End": true}}}]}}
        """);
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(chain(arn))
        .containsExactly(
            "1 after 0 ExecutionStarted",
            "2 after 0 ParallelStateEntered",
            "3 after 2 ParallelStateStarted",
            "4 after 3 PassStateEntered",
            "5 after 4 PassStateExited",
            "6 after 5 ParallelStateSucceeded",
            "7 after 5 ParallelStateExited",
            "8 after 7 ExecutionSucceeded");
  }

  @Test
  void shouldLetAnEndFromOutsideFollowNothing() {
    lab.states("{\"s\": " + task("silent") + "}");
    String arn = lab.start("{}");
    Lab.until(() -> lab.types(arn).contains("TaskStarted"));
    lab.engine.call("StopExecution", Json.object().put("executionArn", arn));
    assertThat(event(arn, "ExecutionAborted").get("previousEventId").asInt()).isZero();
  }

  @Test
  void shouldShowTheStateAroundAMapRun() {
    distributed("\"Items\": [1, 2]", "{\"Type\": \"Pass\", \"End\": true}");
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(chain(arn))
        .containsExactly(
            "1 after 0 ExecutionStarted",
            "2 after 0 MapStateEntered",
            "3 after 2 MapStateStarted",
            "4 after 3 MapRunStarted",
            "5 after 4 MapRunSucceeded",
            "6 after 4 MapStateSucceeded",
            "7 after 4 MapStateExited",
            "8 after 7 ExecutionSucceeded");
    assertThat(event(arn, "MapStateStarted").path("mapStateStartedEventDetails").path("length"))
        .hasToString("2");
  }

  @Test
  void shouldFailTheStateAroundAMapRun() {
    distributed("\"Items\": [1]", task("fails"));
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(chain(arn))
        .endsWith(
            "4 after 3 MapRunStarted",
            "5 after 4 MapRunFailed",
            "6 after 5 MapStateFailed",
            "7 after 6 ExecutionFailed");
  }

  private void distributed(String fields, String state) {
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true, FIELDS,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "s", "States": {"s": STATE}}}}
        """
            .replace("FIELDS", fields)
            .replace("STATE", state));
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">AWS: a
   *     map run whose reader failed has failed, and a redrive starts another one</a>
   */
  @Test
  void shouldLeaveAFailedMapRunWhereItsItemsCannotBeRead() {
    distributed(
        """
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON"}, "Arguments": {"Bucket": "b", "Key": "f.json"}}
        """,
        "{\"Type\": \"Pass\", \"End\": true}");
    String arn = lab.start("{}");
    ObjectNode end = lab.end(arn);
    assertThat(end.path("error").asText()).isEqualTo("States.ItemReaderFailed");
    assertThat(lab.types(arn))
        .endsWith("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
    assertThat(event(arn, "MapRunFailed").path("mapRunFailedEventDetails").path("error").asText())
        .isEqualTo("States.ItemReaderFailed");
    assertThat(event(arn, "MapStateStarted").path("mapStateStartedEventDetails").path("length"))
        .hasToString("0");
    JsonNode failed = lab.mapRun(arn);
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.path("itemCounts").path("total").asInt()).isZero();

    lab.objects.with("b/f.json", "[7]");
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[7]");
    JsonNode runs = lab.call("ListMapRuns", "{\"executionArn\": \"" + arn + "\"}").get("mapRuns");
    assertThat(runs).hasSize(2);
    assertThat(lab.mapRun(arn).path("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void shouldSayWhereNoChoiceLeadsOn() {
    lab.states(
        """
        {"c": {"Type": "Choice",
          "Choices": [{"Condition": "{% $states.input.n = 1 %}", "Next": "p"}]},
         "p": {"Type": "Pass", "End": true}}
        """);
    ObjectNode end = lab.run("{}");
    assertThat(end.path("error").asText()).isEqualTo("States.Runtime");
    assertThat(end.path("cause").asText())
        .isEqualTo(
            "An error occurred while executing the state 'c' (entered at the event id #2). Failed"
                + " to transition out of the state. The state does not point to a next state.");
  }

  @Test
  void shouldSayWhereAnExpressionFailedAlsoToACatch() {
    lab.states(
        """
        {"a": {"Type": "Pass", "Next": "b"},
         "b": {"Type": "Task", "Resource": "arn:aws:states:::test:any", "End": true,
           "Arguments": {"x": "{% $states.input.none %}"},
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "c",
             "Output": "{% $states.errorOutput.Cause %}"}]},
         "c": {"Type": "Pass", "End": true}}
        """);
    assertThat(lab.output("{}").asText())
        .startsWith("An error occurred while executing the state 'b' (entered at the event id #4).")
        .endsWith("specified for the field 'Arguments/x' returned nothing (undefined).");
  }
}
