package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path directory;

  @Test
  void shouldFailWhatAnEarlierProcessLeftRunningAndSaySoOnce() {
    String arn;
    try (Lab lab = new Lab(directory)) {
      lab.tasks.onAsync("silent", r -> new CompletableFuture<>());
      lab.states(
          """
          {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:silent", "End": true}}
          """);
      arn = lab.start("{}");
      Lab.until(() -> lab.tasks.calls().size() == 1);
    }
    try (Lab lab = new Lab(directory)) {
      JsonNode found = lab.describe(arn);
      assertThat(found.path("status").asText()).isEqualTo("FAILED");
      assertThat(found.path("error").asText()).isEqualTo("Sluice.RuntimeStopped");
      assertThat(found.path("cause").asText()).contains("redrive");
      assertThat(lab.changes).isEmpty();
      lab.engine.announceInterrupted();
      lab.engine.announceInterrupted();
      assertThat(lab.changes).hasSize(1);
      assertThat(lab.changes.get(0).path("error").asText()).isEqualTo("Sluice.RuntimeStopped");
    }
    try (Lab lab = new Lab(directory)) {
      lab.engine.announceInterrupted();
      assertThat(lab.changes).isEmpty();
      assertThat(lab.redrive(arn).path("status").asText()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void shouldKeepTheRedriveCountOverRestarts() {
    String arn;
    try (Lab lab = new Lab(directory)) {
      lab.tasks.onAsync(
          "fails", r -> CompletableFuture.failedFuture(ScriptedTasks.failure("E", "c")));
      lab.states(
          "{\"t\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:fails\","
              + " \"End\": true}}");
      arn = lab.start("{}");
      lab.end(arn);
      lab.redrive(arn);
      lab.tasks.onAsync("fails", r -> new CompletableFuture<>());
      lab.engine.call("RedriveExecution", Json.object().put("executionArn", arn));
      Lab.until(() -> lab.tasks.calls().size() == 3);
    }
    try (Lab lab = new Lab(directory)) {
      assertThat(lab.describe(arn).path("redriveCount").asInt()).isEqualTo(2);
      assertThat(lab.redrive(arn).path("redriveCount").asInt()).isEqualTo(3);
    }
  }

  @Test
  void shouldOpenQuicklyWithHundredsOfOldExecutions() {
    try (Lab lab = new Lab(directory)) {
      lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true}}");
      List<String> arns = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        arns.add(lab.start("{}"));
      }
      arns.forEach(lab::end);
    }
    long before = System.nanoTime();
    try (Lab lab = new Lab(directory)) {
      Duration took = Duration.ofNanos(System.nanoTime() - before);
      assertThat(took).isLessThan(Duration.ofSeconds(3));
      lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true}}");
      JsonNode page =
          lab.engine.call(
              "ListExecutions",
              Json.object()
                  .put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:m")
                  .put("maxResults", 1000));
      assertThat(page.get("executions")).hasSize(400);
    }
  }
}
