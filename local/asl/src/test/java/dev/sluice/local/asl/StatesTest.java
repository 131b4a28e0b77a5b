package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
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

  @Test
  void shouldPassInputThrough() {
    lab.states("{\"a\": {\"Type\": \"Pass\", \"End\": true}}");
    assertThat(lab.output("{\"x\": [1, 2.5, null]}")).isEqualTo(Json.parse("{\"x\":[1,2.5,null]}"));
  }

  @Test
  void shouldAssignVariablesFromTheirOldValues() {
    lab.states(
        """
        {"a": {"Type": "Pass", "Assign": {"x": 1, "y": 2}, "Next": "b"},
         "b": {"Type": "Pass", "Assign": {"x": "{% $y %}", "y": "{% $x %}"}, "Next": "c"},
         "c": {"Type": "Pass", "Output": {"x": "{% $x %}", "y": "{% $y %}"}, "End": true}}
        """);
    assertThat(lab.output("{}")).isEqualTo(Json.parse("{\"x\":2,\"y\":1}"));
  }

  @Test
  void shouldChooseTheFirstRuleThatHolds() {
    lab.states(
        """
        {"c": {"Type": "Choice", "Choices": [
            {"Condition": "{% $states.input.n > 10 %}", "Next": "big"},
            {"Condition": "{% $states.input.n > 5 %}", "Next": "middle", "Output": "m"}],
          "Default": "small"},
         "big": {"Type": "Pass", "Output": "b", "End": true},
         "middle": {"Type": "Succeed"},
         "small": {"Type": "Fail", "Error": "{% 'Too' & 'Small' %}", "Cause": "n is small"}}
        """);
    assertThat(lab.output("{\"n\": 11}").asText()).isEqualTo("b");
    assertThat(lab.output("{\"n\": 6}").asText()).isEqualTo("m");
    ObjectNode end = lab.run("{\"n\": 1}");
    assertThat(end.get("status").asText()).isEqualTo("FAILED");
    assertThat(end.get("error").asText()).isEqualTo("TooSmall");
    assertThat(end.get("cause").asText()).isEqualTo("n is small");
  }

  @Test
  void shouldRunTasksAndShapeTheirResults() {
    lab.tasks.on("double", r -> Json.object().put("n", r.arguments().get("n").intValue() * 2));
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:double",
               "Arguments": {"n": "{% $states.input.n %}"},
               "Output": "{% $states.result.n + 1 %}", "End": true}}
        """);
    String arn = lab.start("{\"n\": 4}");
    assertThat(lab.end(arn).get("output").asText()).isEqualTo("9");
    assertThat(lab.types(arn))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void shouldRunBranchesAndIterationsAndCollectTheirOutputsInOrder() {
    lab.states(
        """
        {"p": {"Type": "Parallel", "Branches": [
            {"StartAt": "one", "States": {"one": {"Type": "Pass", "Output": 1, "End": true}}},
            {"StartAt": "each", "States": {"each": {"Type": "Map", "MaxConcurrency": 2,
              "Items": "{% $states.input.items %}",
              "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}",
                               "v": "{% $states.context.Map.Item.Value %}"},
              "ItemProcessor": {"StartAt": "inc", "States": {
                "inc": {"Type": "Pass", "Output": "{% $states.input.v * 10 + $states.input.i %}",
                        "End": true}}},
              "End": true}}}],
          "End": true}}
        """);
    assertThat(lab.output("{\"items\": [1, 2, 3]}")).isEqualTo(Json.parse("[1,[10,21,32]]"));
  }

  @Test
  void shouldRunDistributedMapsInBothKindsOfChildren() {
    for (String type : new String[] {"EXPRESS", "STANDARD"}) {
      lab.states(
          """
          {"d": {"Type": "Map", "Label": "d", "Items": "{% [1..50] %}",
            "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
              "StartAt": "x", "States": {"x": {"Type": "Pass",
                 "Output": "{% $states.input * 2 %}", "End": true}}},
            "Output": "{% $sum($states.result) %}", "End": true}}
          """
              .replace("TYPE", type));
      String arn = lab.start("{}");
      ObjectNode end = lab.end(arn);
      assertThat(end.path("output").asText()).as(end.toString()).isEqualTo("2550");
      JsonNode run = lab.mapRun(arn);
      assertThat(run.path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(run.path("itemCounts").path("succeeded").asInt()).isEqualTo(50);
    }
  }
}
