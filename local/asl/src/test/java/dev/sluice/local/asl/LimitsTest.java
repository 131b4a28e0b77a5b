package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * AWS's limits of size, number and time.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">AWS,
 *     Service quotas</a>
 */
class LimitsTest {
  @TempDir Path directory;
  private Lab lab;

  @AfterEach
  void close() {
    lab.close();
  }

  /** A Task whose result is a text of that many bytes as JSON, which it assigns. */
  private static ObjectNode holding(String variable, int bytes) {
    ObjectNode state = Json.object().put("Type", "Task").put("Output", "");
    state.put("Resource", "arn:aws:states:::test:text").put("Arguments", bytes);
    state.putObject("Assign").put(variable, "{% $states.result %}");
    return state;
  }

  private void texts() {
    lab = new Lab(directory);
    lab.tasks.on("text", request -> Json.parse(text(request.arguments().asInt())));
  }

  private static String text(int bytes) {
    return "\"" + "x".repeat(bytes - 2) + "\"";
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS:
   *     256 KiB for the variables of one Assign</a>
   */
  @Test
  void shouldLimitWhatOneAssignHolds() {
    texts();
    ObjectNode states = Json.object();
    ((ObjectNode) states.set("s", holding("x", 262_143).put("End", true)).path("s").path("Assign"))
        .put("y", 1);
    lab.states(states.toString());
    assertThat(lab.run("{}").path("status").asText()).isEqualTo("SUCCEEDED");
    ((ObjectNode) states.path("s").path("Assign")).put("y", 10);
    lab.states(states.toString());
    ObjectNode end = lab.run("{}");
    assertThat(end.path("error").asText()).isEqualTo("States.DataLimitExceeded");
    assertThat(end.path("cause").asText()).contains("the state 's' assigns");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS: 10
   *     MiB for all variables of an execution</a>
   */
  @Test
  void shouldLimitWhatAllVariablesHold() {
    texts();
    ObjectNode states = Json.object();
    for (int i = 0; i <= 40; i++) {
      states.set("s" + i, holding("x" + i, 262_000).put("Next", "s" + (i + 1)));
    }
    states.putObject("s41").put("Type", "Succeed");
    lab.states(states.toString());
    ObjectNode end = lab.run("{}");
    assertThat(end.path("error").asText()).isEqualTo("States.DataLimitExceeded");
    assertThat(end.path("cause").asText()).contains("the state 's40' assigns");
  }

  /**
   * @see <a href="https://github.com/floci-io/floci/issues/2734">On AWS event 25,000 is the failure
   *     and 24,999 the last one before it</a>
   */
  @Test
  void shouldEndAnExecutionWithItsLastEvent() {
    lab = new Lab(directory);
    lab.states(
        """
        {"m": {"Type": "Map", "Items": "{% [1..20000] %}", "End": true, "Output": 1,
          "ItemProcessor": {"StartAt": "p", "States": {"p": {"Type": "Pass", "End": true}}}}}
        """);
    String arn = lab.start("{}");
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.Runtime");
    JsonNode last =
        lab.engine
            .call(
                "GetExecutionHistory",
                Json.object().put("executionArn", arn).put("reverseOrder", true))
            .path("events")
            .get(0);
    assertThat(last.path("type").asText()).isEqualTo("ExecutionFailed");
    assertThat(last.path("id").asInt()).isEqualTo(25_000);
  }

  @Test
  void shouldEndAnExpressionThatTakesMoreThanASecond() {
    lab = new Lab(directory);
    lab.states(
        "{\"p\": {\"Type\": \"Pass\", \"End\": true, \"Output\":"
            + " \"{% ($f := function($n) { $f($n + 1) }; $f(0)) %}\"}}");
    long begun = System.nanoTime();
    assertThat(lab.run("{}").path("error").asText()).isEqualTo("States.QueryEvaluationError");
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
  }

  private static String map(int items, String type, String state) {
    return """
    {"d": {"Type": "Map", "Label": "d", "End": true, "Items": "{% [1..ITEMS] %}", "Output": 1,
      "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
        "StartAt": "s", "States": {"s": STATE}}}}
    """
        .replace("ITEMS", String.valueOf(items))
        .replace("TYPE", type)
        .replace("STATE", state);
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">AWS:
   *     an EXPRESS execution takes five minutes at most</a>
   */
  @Test
  void shouldEndExpressChildrenAfterFiveMinutes() {
    lab = Lab.withManualTime(directory);
    lab.tasks.onAsync("silent", request -> new CompletableFuture<>());
    lab.states(
        map(
            1,
            "EXPRESS",
            "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:silent\", \"End\": true}"));
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 1);
    lab.time.advance(Duration.ofSeconds(299));
    assertThat(lab.mapRun(arn).path("executionCounts").path("running").asInt()).isEqualTo(1);
    lab.time.advance(Duration.ofSeconds(1));
    lab.end(arn);
    assertThat(lab.mapRun(arn).path("executionCounts").path("timedOut").asInt()).isEqualTo(1);
    JsonNode child =
        lab.engine
            .call(
                "ListExecutions",
                Json.object().put("mapRunArn", lab.mapRun(arn).path("mapRunArn").asText()))
            .path("executions")
            .get(0);
    JsonNode described = lab.describe(child.path("executionArn").asText());
    assertThat(described.path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(described.path("error").asText()).isEqualTo("States.Timeout");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions">AWS:
   *     how fast a map run starts children</a>
   */
  @Test
  void shouldStartStandardChildrenAHundredASecondWhereQuotasAreAws() {
    lab = Lab.withManualTime(directory, Quotas.AWS);
    lab.states(map(150, "STANDARD", "{\"Type\": \"Pass\", \"End\": true}"));
    String arn = lab.start("{}");
    Lab.until(() -> !lab.time.asked().isEmpty());
    JsonNode counts = lab.mapRun(arn).path("executionCounts");
    assertThat(counts.path("pending").asInt()).isEqualTo(50);
    lab.time.advance(Duration.ofMillis(10));
    Lab.until(() -> lab.mapRun(arn).path("executionCounts").path("pending").asInt() == 49);
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-api-action-throttling-general">AWS:
   *     how often an operation may be called</a>
   */
  @Test
  void shouldThrottleCallsWhereQuotasAreAws() {
    lab = Lab.withManualTime(directory, Quotas.AWS);
    for (int i = 0; i < 100; i++) {
      lab.call("ListStateMachines", "{}");
    }
    AslException refused = lab.refusal("ListStateMachines", "{}");
    assertThat(refused.code()).isEqualTo("ThrottlingException");
    assertThat(refused).hasMessage("Rate exceeded");
    lab.time.advance(Duration.ofMillis(200));
    assertThat(lab.call("ListStateMachines", "{}").path("stateMachines")).isEmpty();
    assertThat(lab.refusal("ListStateMachines", "{}").code()).isEqualTo("ThrottlingException");
  }

  @Test
  void shouldThrottleNothingUnlessAsked() {
    lab = new Lab(directory);
    for (int i = 0; i < 500; i++) {
      assertThat(lab.call("ListStateMachines", "{}").path("stateMachines")).isEmpty();
    }
  }
}
