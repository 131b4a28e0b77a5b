package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process may die between any two writes. Wherever it does, the execution is found failed, and a
 * redrive gives what an undisturbed run would have given.
 */
class KillAndRecoverTest {
  private static final String MACHINE =
      """
      {"plan": {"Type": "Pass", "Assign": {"base": "{% $states.input.base %}"}, "Next": "both"},
       "both": {"Type": "Parallel", "Branches": [
          {"StartAt": "one", "States": {
             "one": {"Type": "Task", "Resource": "arn:aws:states:::test:one",
                     "Assign": {"seen": "{% $states.result %}"}, "Next": "one again"},
             "one again": {"Type": "Pass", "Output": "{% $seen + $base %}", "End": true}}},
          {"StartAt": "each", "States": {
             "each": {"Type": "Map", "Items": "{% [1..3] %}", "ItemProcessor": {
                "StartAt": "item", "States": {
                  "item": {"Type": "Task", "Resource": "arn:aws:states:::test:item",
                           "Arguments": {"n": "{% $states.input %}"},
                           "Catch": [{"ErrorEquals": ["Bad"], "Next": "bad"}],
                           "Output": "{% $states.result.n * $base %}", "Next": "wait"},
                  "wait": {"Type": "Wait", "Seconds": 0, "End": true},
                  "bad": {"Type": "Pass", "Output": -1, "End": true}}},
                "End": true}}}],
        "Assign": {"both": "{% $states.result %}"}, "Next": "spread"},
       "spread": {"Type": "Map", "Label": "spread", "Items": "{% [10, 20, 30] %}",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
             "StartAt": "first", "States": {
               "first": {"Type": "Task", "Resource": "arn:aws:states:::test:first",
                         "Next": "second"},
               "second": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "End": true}}},
          "Next": "report"},
       "report": {"Type": "Succeed",
                  "Output": {"both": "{% $both %}", "spread": "{% $states.input %}"}}}
      """;

  private static final JsonNode EXPECTED =
      Json.parse("{\"both\":[107,[100,-1,300]],\"spread\":[11,21,31]}");

  @TempDir Path temporary;
  private int copies;

  @Test
  void shouldRecoverFromADeathAtAnyLineWithStandardChildren() throws IOException {
    recoverEverywhere("STANDARD");
  }

  @Test
  void shouldRecoverFromADeathAtAnyLineWithExpressChildren() throws IOException {
    recoverEverywhere("EXPRESS");
  }

  private void recoverEverywhere(String type) throws IOException {
    Path original = temporary.resolve("original");
    String arn;
    try (Lab lab = new Lab(original, tasks(), new MemoryObjects())) {
      arn = lab.states(MACHINE.replace("TYPE", type)).start("{\"base\": 100}");
      assertThat(Json.parse(lab.end(arn).path("output").asText())).isEqualTo(EXPECTED);
    }
    Path main = only(original.resolve("executions"), "journal.jsonl");
    List<String> lines = Files.readAllLines(main);
    int mapStarted = -1;
    for (int i = 1; i <= lines.size() - 1; i++) {
      if (lines.get(i - 1).contains("\"MapRunStarted\"")) {
        mapStarted = i;
      }
      recover(original, arn, main, lines, i, false);
      recover(original, arn, main, lines, i, true);
    }
    Path children = only(original.resolve("executions"), "children.jsonl");
    List<String> childLines = Files.readAllLines(children);
    for (int i = 2; i <= childLines.size(); i++) {
      Path copy = copy(original);
      keep(copy.resolve(original.relativize(main)), lines, mapStarted, false);
      keep(copy.resolve(original.relativize(children)), childLines, i, i % 2 == 0);
      redriven(copy, arn, "children at line " + i);
    }
  }

  private void recover(
      Path original, String arn, Path main, List<String> lines, int keep, boolean torn)
      throws IOException {
    Path copy = copy(original);
    keep(copy.resolve(original.relativize(main)), lines, keep, torn);
    redriven(copy, arn, "line " + keep + ": " + lines.get(keep - 1));
  }

  private static void redriven(Path copy, String arn, String where) {
    try (Lab lab = new Lab(copy, tasks(), new MemoryObjects())) {
      JsonNode found = lab.describe(arn);
      assertThat(found.path("status").asText()).as(where).isEqualTo("FAILED");
      assertThat(found.path("error").asText()).isEqualTo("Sluice.RuntimeStopped");
      assertThat(found.path("redriveStatus").asText()).isEqualTo("REDRIVABLE");
      JsonNode end = lab.redrive(arn);
      assertThat(end.path("status").asText()).as(where + " " + end).isEqualTo("SUCCEEDED");
      assertThat(Json.parse(end.path("output").asText())).as(where).isEqualTo(EXPECTED);
      assertThat(end.path("redriveCount").asInt()).isEqualTo(1);
      List<JsonNode> events = lab.events(arn);
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).path("id").asInt()).as(where).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void shouldNotRepeatWhatHadSucceeded() throws IOException {
    Path original = temporary.resolve("original");
    String arn;
    try (Lab lab = new Lab(original, tasks(), new MemoryObjects())) {
      arn = lab.states(MACHINE.replace("TYPE", "STANDARD")).start("{\"base\": 100}");
      lab.end(arn);
    }
    Path main = only(original.resolve("executions"), "journal.jsonl");
    List<String> lines = Files.readAllLines(main);
    Path copy = copy(original);
    keep(copy.resolve(original.relativize(main)), lines, lines.size() - 3, false);
    try (Lab lab = new Lab(copy, tasks(), new MemoryObjects())) {
      lab.redrive(arn);
      assertThat(lab.tasks.calls()).isEmpty();
    }
  }

  private static ScriptedTasks tasks() {
    return new ScriptedTasks()
        .on("one", r -> Json.MAPPER.getNodeFactory().numberNode(7))
        .on(
            "item",
            r -> {
              if (r.arguments().path("n").intValue() == 2) {
                throw ScriptedTasks.failure("Bad", "two is bad");
              }
              return r.arguments();
            });
  }

  private Path copy(Path original) throws IOException {
    Path copy = temporary.resolve("copy-" + copies++);
    try (Stream<Path> all = Files.walk(original)) {
      for (Path from : all.toList()) {
        Files.copy(from, copy.resolve(original.relativize(from)));
      }
    }
    return copy;
  }

  private static void keep(Path file, List<String> lines, int keep, boolean torn)
      throws IOException {
    List<String> kept = new ArrayList<>(lines.subList(0, keep));
    String text = String.join("\n", kept) + "\n";
    if (torn && keep < lines.size()) {
      text += lines.get(keep).substring(0, lines.get(keep).length() / 2);
    }
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path only(Path directory, String name) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(p -> p.getFileName().toString().equals(name)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
