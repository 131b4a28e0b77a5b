package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping and redriving the children of a map run. */
class ChildControlTest {
  @TempDir Path directory;
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final CompletableFuture<JsonNode> gate = new CompletableFuture<>();
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    lab.tasks.onAsync("waits", request -> gate);
    lab.tasks.onAsync(
        "mends",
        request ->
            broken.get() ? CompletableFuture.failedFuture(ScriptedTasks.failure("E", "c")) : gate);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void map(String fields, String task, String type) {
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true, FIELDS,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
            "StartAt": "s", "States": {
              "s": {"Type": "Task", "Resource": "arn:aws:states:::test:TASK", "End": true}}}}}
        """
            .replace("FIELDS", fields)
            .replace("TASK", task)
            .replace("TYPE", type));
  }

  private JsonNode children(String arn, String filter) {
    String mapRun = lab.mapRun(arn).path("mapRunArn").asText();
    return lab.engine
        .call("ListExecutions", Json.object().put("mapRunArn", mapRun).put("statusFilter", filter))
        .path("executions");
  }

  private static String named(String arn) {
    return "{\"executionArn\": \"" + arn + "\", \"error\": \"Enough\", \"cause\": \"c\"}";
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MapRunExecutionCounts.html">AWS:
   *     children that were stopped by the user count as aborted</a>
   */
  @Test
  void shouldStopAStandardChildAlone() {
    map("\"Items\": [1, 2]", "waits", "STANDARD");
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 2);
    String child = children(arn, "RUNNING").get(0).path("executionArn").asText();
    JsonNode answer = lab.call("StopExecution", named(child));
    JsonNode stopped = lab.describe(child);
    assertThat(stopped.path("status").asText()).isEqualTo("ABORTED");
    assertThat(stopped.path("error").asText()).isEqualTo("Enough");
    assertThat(answer.path("stopDate")).isEqualTo(stopped.path("stopDate"));
    assertThat(children(arn, "RUNNING")).hasSize(1);
    assertThat(lab.describe(arn).path("status").asText()).isEqualTo("RUNNING");
    gate.complete(Json.object());
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(lab.mapRun(arn).path("itemCounts").path("aborted").asInt()).isEqualTo(1);
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html">AWS:
   *     not supported by EXPRESS</a>
   */
  @Test
  void shouldNotStopAnExpressChild() {
    map("\"Items\": [1]", "waits", "EXPRESS");
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 1);
    String child = children(arn, "RUNNING").get(0).path("executionArn").asText();
    assertThat(lab.refusal("StopExecution", named(child)))
        .hasMessage("Invalid Arn: 'Resource type not valid in this context: express'");
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">AWS: a
   *     child is redriven by its map run</a>
   */
  @Test
  void shouldNotRedriveAChildByItself() {
    map("\"Items\": [1]", "mends", "STANDARD");
    String arn = lab.start("{}");
    lab.end(arn);
    String child = children(arn, "FAILED").get(0).path("executionArn").asText();
    var refused = lab.refusal("RedriveExecution", named(child));
    assertThat(refused.code()).isEqualTo("ExecutionNotRedrivable");
    assertThat(refused).hasMessageContaining("REDRIVABLE_BY_MAP_RUN");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MapRunExecutionCounts.html">AWS,
   *     pendingRedrive</a>
   */
  @Test
  void shouldCountChildrenThatWaitForTheirRedriveAndDateIt() {
    map(
        "\"Items\": [1, 2], \"MaxConcurrency\": 1, \"ToleratedFailureCount\": 1",
        "mends",
        "STANDARD");
    String arn = lab.start("{}");
    lab.end(arn);
    assertThat(children(arn, "FAILED")).hasSize(2);
    assertThat(children(arn, "FAILED").get(0).has("redriveDate")).isFalse();
    broken.set(false);
    lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> children(arn, "RUNNING").size() == 1);
    JsonNode counts = lab.mapRun(arn).path("executionCounts");
    assertThat(counts.path("pendingRedrive").asInt()).isEqualTo(1);
    assertThat(counts.path("pending").asInt()).isZero();
    assertThat(children(arn, "PENDING_REDRIVE")).hasSize(1);
    gate.complete(Json.object());
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("SUCCEEDED");
    JsonNode child = children(arn, "SUCCEEDED").get(0);
    assertThat(child.path("redriveCount").asInt()).isEqualTo(1);
    assertThat(child.path("redriveDate").asDouble())
        .isGreaterThanOrEqualTo(child.path("startDate").asDouble());
    assertThat(lab.describe(child.path("executionArn").asText()).path("redriveDate"))
        .isEqualTo(child.path("redriveDate"));
  }
}
