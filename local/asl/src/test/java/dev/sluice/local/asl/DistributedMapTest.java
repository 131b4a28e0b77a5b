package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedMapTest {
  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void map(String fields) {
    map(fields, "{\"Type\": \"Pass\", \"End\": true}", "EXPRESS");
  }

  private void map(String fields, String state, String type) {
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true, FIELDS
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
            "StartAt": "s", "States": {"s": STATE}}}}
        """
            .replace("FIELDS", fields + ",")
            .replace("STATE", state)
            .replace("TYPE", type));
  }

  @Test
  void shouldBatchByCountAndBytes() {
    map(
        """
        "Items": "{% [1..5] %}", "ItemBatcher": {"MaxItemsPerBatch": "{% $states.input.size %}",
          "BatchInput": {"run": "{% $states.context.Execution.Name %}"}}
        """,
        "{\"Type\": \"Pass\", \"Output\": \"{% $count($states.input.Items) %}\", \"End\": true}",
        "EXPRESS");
    assertThat(lab.output("{\"size\": 2}")).isEqualTo(Json.parse("[2,2,1]"));
    map(
        """
        "Items": ["aaaaaaaa", "bbbbbbbb", "cccccccc"],
        "ItemBatcher": {"MaxInputBytesPerBatch": 40}
        """);
    assertThat(lab.output("{}"))
        .isEqualTo(
            Json.parse("[{\"Items\":[\"aaaaaaaa\",\"bbbbbbbb\"]},{\"Items\":[\"cccccccc\"]}]"));
  }

  @ParameterizedTest(name = "{0} of 10 items fail, {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "0;\"MaxConcurrency\": 1;SUCCEEDED",
        "1;\"MaxConcurrency\": 1;FAILED",
        "2;\"ToleratedFailureCount\": 2;SUCCEEDED",
        "3;\"ToleratedFailureCount\": 2;FAILED",
        "5;\"ToleratedFailurePercentage\": \"{% 50 %}\";SUCCEEDED",
        "6;\"ToleratedFailurePercentage\": 50;FAILED",
        "10;\"ToleratedFailurePercentage\": 100;SUCCEEDED",
        "3;\"ToleratedFailureCount\": 2, \"ToleratedFailurePercentage\": 100;FAILED",
      })
  void shouldTolerateFailures(int failing, String tolerance, String status) {
    lab.tasks.on(
        "check",
        r -> {
          if (r.arguments().intValue() <= failing) {
            throw ScriptedTasks.failure("Bad", "item " + r.arguments());
          }
          return r.arguments();
        });
    map(
        "\"Items\": \"{% [1..10] %}\", " + tolerance,
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:check\", \"End\": true}",
        "STANDARD");
    ObjectNode end = lab.run("{}");
    assertThat(end.path("status").asText()).as(end.toString()).isEqualTo(status);
  }

  @Test
  void shouldWriteResultsAsAwsDoes() {
    lab.tasks.on(
        "check",
        r -> {
          if (r.arguments().intValue() == 2) {
            throw ScriptedTasks.failure("Bad", "two");
          }
          return r.arguments();
        });
    map(
        """
        "Items": [1, 2, 3], "ToleratedFailureCount": 1, "ResultWriter": {
          "Resource": "arn:aws:states:::s3:putObject",
          "Arguments": {"Bucket": "out", "Prefix": "{% 'runs/' & $states.input.run %}"}}
        """,
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:check\", \"End\": true}",
        "STANDARD");
    String arn = lab.start("{\"run\": \"r1\"}");
    ObjectNode end = lab.end(arn);
    JsonNode output = Json.parse(end.path("output").asText());
    String mapRun = lab.mapRun(arn).path("mapRunArn").asText();
    assertThat(mapRun).startsWith("arn:aws:states:us-east-1:000000000000:mapRun:m/d:");
    String uuid = mapRun.substring(mapRun.lastIndexOf(':') + 1);
    assertThat(output.path("MapRunArn").asText()).isEqualTo(mapRun);
    String key = output.path("ResultWriterDetails").path("Key").asText();
    assertThat(key).isEqualTo("runs/r1/" + uuid + "/manifest.json");
    JsonNode manifest = Json.parse(lab.objects.text("out/" + key));
    assertThat(manifest.path("DestinationBucket").asText()).isEqualTo("out");
    assertThat(manifest.path("MapRunArn").asText()).isEqualTo(mapRun);
    assertThat(manifest.path("ResultFiles").path("PENDING")).isEmpty();
    JsonNode file = manifest.path("ResultFiles").path("SUCCEEDED").get(0);
    assertThat(file.path("Key").asText()).isEqualTo("runs/r1/" + uuid + "/SUCCEEDED_0.json");
    String content = lab.objects.text("out/" + file.path("Key").asText());
    assertThat(file.path("Size").asInt()).isEqualTo(content.length());
    JsonNode first = Json.parse(content).get(0);
    assertThat(first.path("ExecutionArn").asText())
        .isEqualTo(
            "arn:aws:states:us-east-1:000000000000:execution:m/d:" + first.path("Name").asText());
    assertThat(first.path("Input").asText()).isEqualTo("1");
    assertThat(first.path("Output").asText()).isEqualTo("1");
    assertThat(first.path("Status").asText()).isEqualTo("SUCCEEDED");
    JsonNode failed = Json.parse(lab.objects.text("out/runs/r1/" + uuid + "/FAILED_0.json")).get(0);
    assertThat(failed.path("Error").asText()).isEqualTo("Bad");
    assertThat(failed.path("Cause").asText()).isEqualTo("two");
    assertThat(failed.has("Output")).isFalse();
  }

  @Test
  void shouldTransformResults() {
    String items = "\"Items\": [[1, 2], [3]], \"ResultWriter\": ";
    map(items + "{\"WriterConfig\": {\"Transformation\": \"FLATTEN\", \"OutputType\": \"JSON\"}}");
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[1,2,3]"));
    map(
        items
            + """
            {"Resource": "arn:aws:states:::s3:putObject", "Arguments": {"Bucket": "out"},
             "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}}
            """);
    String key = lab.output("{}").path("ResultWriterDetails").path("Key").asText();
    assertThat(lab.objects.text("out/" + key.replace("manifest.json", "SUCCEEDED_0.jsonl")))
        .isEqualTo("[1,2]\n[3]\n");
  }

  @Test
  void shouldRunNoMoreChildrenAtATimeThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    lab.tasks.onAsync(
        "slow",
        r -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          return CompletableFuture.supplyAsync(
              () -> {
                sleep();
                now.decrementAndGet();
                return r.arguments();
              });
        });
    map(
        "\"Items\": \"{% [1..20] %}\", \"MaxConcurrency\": \"{% 3 %}\"",
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:slow\", \"End\": true}",
        "STANDARD");
    assertThat(lab.output("{}")).hasSize(20);
    assertThat(most.get()).isLessThanOrEqualTo(3);
  }

  private static void sleep() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldNotShowVariablesOfTheParentToChildren() {
    lab.states(
        """
        {"v": {"Type": "Pass", "Assign": {"x": 1}, "Next": "d"},
         "d": {"Type": "Map", "Label": "d", "Items": [1], "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true,
              "Output": "{% $exists($x) %}"}}}}}
        """);
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[false]"));
  }

  @Test
  void shouldShowChildrenAndTheirHistory() {
    map("\"Items\": [7]", "{\"Type\": \"Pass\", \"End\": true}", "STANDARD");
    String arn = lab.start("{}");
    lab.end(arn);
    ObjectNode request = Json.object().put("mapRunArn", lab.mapRun(arn).path("mapRunArn").asText());
    JsonNode child = lab.engine.call("ListExecutions", request).path("executions").get(0);
    String childArn = child.path("executionArn").asText();
    JsonNode described = lab.describe(childArn);
    assertThat(described.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(described.path("input").asText()).isEqualTo("7");
    assertThat(described.path("output").asText()).isEqualTo("7");
    assertThat(lab.types(childArn))
        .containsExactly(
            "ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
    assertThat(lab.types(arn))
        .containsExactly(
            "ExecutionStarted",
            "MapStateEntered",
            "MapStateStarted",
            "MapRunStarted",
            "MapRunSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void shouldStopChildrenWithTheExecution() {
    lab.tasks.onAsync("silent", r -> new CompletableFuture<>());
    map(
        "\"Items\": [1, 2]",
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:silent\", \"End\": true}",
        "STANDARD");
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 2);
    JsonNode running = lab.mapRun(arn);
    assertThat(running.path("itemCounts").path("running").asInt()).isEqualTo(2);
    lab.engine.call("StopExecution", Json.object().put("executionArn", arn));
    Lab.until(() -> lab.mapRun(arn).path("itemCounts").path("aborted").asInt() == 2);
    assertThat(lab.mapRun(arn).path("status").asText()).isEqualTo("ABORTED");
    Lab.until(() -> lab.tasks.calls().stream().allMatch(c -> c.cancel().cancelled()));
  }

  @Test
  void shouldChangeTheLimitsOfARunningMapRun() {
    CompletableFuture<JsonNode> gate = new CompletableFuture<>();
    lab.tasks.onAsync("gate", r -> gate);
    map(
        "\"Items\": [1, 2, 3], \"MaxConcurrency\": 1",
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:gate\", \"End\": true}",
        "EXPRESS");
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 1);
    lab.engine.call(
        "UpdateMapRun",
        Json.object()
            .put("mapRunArn", lab.mapRun(arn).path("mapRunArn").asText())
            .put("maxConcurrency", 3)
            .put("toleratedFailureCount", 1));
    Lab.until(() -> lab.tasks.calls().size() == 3);
    assertThat(lab.mapRun(arn).path("maxConcurrency").asInt()).isEqualTo(3);
    assertThat(lab.mapRun(arn).path("toleratedFailureCount").asInt()).isEqualTo(1);
    gate.complete(Json.object());
    assertThat(lab.end(arn).path("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void shouldRunDistributedMapsWithinChildren() {
    lab.states(
        """
        {"outer": {"Type": "Map", "Label": "outer", "Items": [[1, 2], [3]], "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "inner", "States": {"inner": {"Type": "Map", "Label": "inner", "End": true,
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true,
                   "Output": "{% $states.input + 1 %}"}}}}}}}}
        """);
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[[2,3],[4]]"));
  }
}
