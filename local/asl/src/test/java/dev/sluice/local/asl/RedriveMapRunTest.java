package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedriveMapRunTest {
  private static final String MAP =
      """
      {"d": {"Type": "Map", "Label": "d", "Items": [1, 2, 3], "MaxConcurrency": 1,
        "ToleratedFailureCount": 0, "End": true,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
          "StartAt": "first", "States": {
            "first": {"Type": "Task", "Resource": "arn:aws:states:::test:echo", "Next": "second"},
            "second": {"Type": "Task", "Resource": "arn:aws:states:::test:flaky",
                       "End": true}}}}}
      """;

  @TempDir Path directory;
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    script(lab);
  }

  private void script(Lab of) {
    of.tasks.on(
        "flaky",
        r -> {
          if (broken.get() && r.arguments().intValue() == 2) {
            throw ScriptedTasks.failure("Broken", "two");
          }
          return r.arguments();
        });
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void shouldGoOnAtTheFailedStateOfStandardChildren() {
    String arn = failed("STANDARD");
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[1,2,3]");
    assertThat(lab.tasks.calls("first")).as("1 and 2, then 3").isEqualTo(3);
    assertThat(lab.tasks.calls("second")).isEqualTo(4);
    redriven(arn);
  }

  @Test
  void shouldRestartExpressChildrenFromTheFirstState() {
    String arn = failed("EXPRESS");
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[1,2,3]");
    assertThat(lab.tasks.calls("first")).isEqualTo(4);
    assertThat(lab.tasks.calls("second")).isEqualTo(4);
    redriven(arn);
  }

  @Test
  void shouldRedriveInALaterProcess() {
    String arn = failed("STANDARD");
    lab.close();
    lab = new Lab(directory);
    script(lab);
    assertThat(lab.mapRun(arn).path("status").asText()).isEqualTo("FAILED");
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[1,2,3]");
    assertThat(lab.tasks.calls("first")).isEqualTo(1);
    redriven(arn);
  }

  private String failed(String type) {
    lab.states(MAP.replace("TYPE", type));
    String arn = lab.start("{}");
    ObjectNode end = lab.end(arn);
    assertThat(end.path("error").asText()).isEqualTo("States.ExceedToleratedFailureThreshold");
    JsonNode counts = lab.mapRun(arn).path("itemCounts");
    assertThat(counts.path("succeeded").asInt()).isEqualTo(1);
    assertThat(counts.path("failed").asInt()).isEqualTo(1);
    assertThat(counts.path("pending").asInt()).isEqualTo(1);
    return arn;
  }

  private void redriven(String arn) {
    assertThat(lab.types(arn)).containsOnlyOnce("MapRunStarted", "MapRunRedriven");
    assertThat(lab.types(arn)).contains("MapRunFailed", "MapRunSucceeded");
    JsonNode run = lab.mapRun(arn);
    assertThat(run.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(run.path("redriveCount").asInt()).isEqualTo(1);
    assertThat(run.path("itemCounts").path("succeeded").asInt()).isEqualTo(3);
    JsonNode children =
        lab.engine.call(
            "ListExecutions", Json.object().put("mapRunArn", run.get("mapRunArn").asText()));
    assertThat(children.get("executions"))
        .extracting(child -> child.get("redriveCount").asInt())
        .containsExactly(0, 1, 0);
  }

  @Test
  void shouldKeepTheItemsOfTheFirstAttempt() {
    lab.objects.with("bucket/items.json", "[1, 2, 3]");
    lab.states(
        MAP.replace("TYPE", "STANDARD")
            .replace(
                "\"Items\": [1, 2, 3]",
                """
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                   "ReaderConfig": {"InputType": "JSON"},
                   "Arguments": {"Bucket": "bucket", "Key": "items.json"}}
                """));
    String arn = lab.start("{}");
    lab.end(arn);
    lab.objects.with("bucket/items.json", "[7]");
    broken.set(false);
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[1,2,3]");
  }

  @Test
  void shouldStartAMapRunThatNeverStarted() {
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true,
          "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
             "ReaderConfig": {"InputType": "JSON"},
             "Arguments": {"Bucket": "bucket", "Key": "items.json"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "p", "States": {"p": {"Type": "Pass", "End": true}}}}}
        """);
    String arn = lab.start("{}");
    ObjectNode end = lab.end(arn);
    assertThat(end.path("error").asText()).isEqualTo("States.ItemReaderFailed");
    assertThat(end.path("cause").asText()).contains("s3://bucket/items.json");
    lab.objects.with("bucket/items.json", "[5]");
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("[5]");
    assertThat(lab.types(arn)).contains("MapRunStarted").doesNotContain("MapRunRedriven");
  }

  @Test
  void shouldExportAgainWhenOnlyTheExportHadFailed() {
    AtomicBoolean bucket = new AtomicBoolean();
    lab.tasks.on(
        "bucket", r -> Json.MAPPER.getNodeFactory().textNode(bucket.get() ? "results" : "missing"));
    lab.states(
        """
        {"b": {"Type": "Map", "Label": "b", "Items": [1, 2], "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "first", "States": {"first": {"Type": "Task",
              "Resource": "arn:aws:states:::test:echo", "End": true}}},
          "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
            "Arguments": {"Prefix": "p",
              "Bucket": "{% $states.context.Execution.RedriveCount = 0 ? 'missing' : 'ok' %}"}}}}
        """);
    String arn = lab.start("{}");
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.ResultWriterFailed");
    assertThat(lab.redrive(arn).path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(lab.tasks.calls("first")).isEqualTo(2);
  }

  @Test
  void shouldRedriveAtOnceAfterAStopThatEndedManyChildren() {
    lab.tasks.onAsync("gate", r -> new CompletableFuture<>());
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "Items": "{% [1..300] %}", "End": true,
          "Output": "{% $sum($states.result) %}",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "t", "States": {"t": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::test:gate"}}}}}
        """);
    String arn = lab.start("{}");
    Lab.until(() -> lab.tasks.calls().size() == 300);
    lab.engine.call("StopExecution", Json.object().put("executionArn", arn));
    lab.tasks.on("gate", r -> r.arguments());
    assertThat(lab.redrive(arn).path("output").asText()).isEqualTo("45150");
    assertThat(lab.mapRun(arn).path("executionCounts").path("succeeded").asInt()).isEqualTo(300);
  }
}
