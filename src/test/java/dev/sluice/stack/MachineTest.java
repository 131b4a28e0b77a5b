package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import dev.sluice.fixture.Variables;
import dev.sluice.pipeline.AllPipelines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole state machine of each pipeline. */
@ParameterizedClass
@MethodSource("pipelines")
class MachineTest {
  private final MachineDefinition machine;

  MachineTest(String pipeline) {
    machine = MachineDefinition.of(Synthesis.template(Synthesis.whole(), pipeline));
  }

  static List<String> pipelines() {
    return AllPipelines.names();
  }

  @Test
  void shouldReadOnlyVariablesThatEveryWayAssigns() {
    assertThat(Variables.undefined(machine.root())).isEmpty();
  }

  @Test
  void shouldNeverCatchAnErrorIntoAFail() {
    // A Fail state, re-entered by a redrive, fails again; a caught error counts as handled.
    Map<String, JsonNode> states = machine.states();
    List<String> findings = new ArrayList<>();
    states.forEach(
        (name, state) ->
            state
                .path("Catch")
                .forEach(
                    catcher -> {
                      if (leadsToFail(machine.root(), catcher.path("Next").asText(), states)) {
                        findings.add(name);
                      }
                    }));

    assertThat(findings).isEmpty();
    assertThat(states.values().stream().filter(s -> s.path("Type").asText().equals("Fail")))
        .as("the one Fail is for bad input")
        .hasSize(1);
  }

  @Test
  void shouldSpeakJsonataOnly() {
    assertThat(machine.root().path("QueryLanguage").asText()).isEqualTo("JSONata");
    assertThat(machine.states()).isNotEmpty();
    machine
        .states()
        .forEach(
            (name, state) ->
                assertThat(state.properties().stream().map(Map.Entry::getKey))
                    .as(name)
                    .doesNotContain(
                        "Parameters", "ResultPath", "InputPath", "OutputPath", "ResultSelector"));
  }

  @Test
  void shouldTimeOutEveryTask() {
    Map<String, JsonNode> tasks = new LinkedHashMap<>(machine.states());
    tasks.values().removeIf(state -> !state.path("Type").asText().equals("Task"));

    assertThat(tasks).isNotEmpty();
    tasks.forEach((name, task) -> assertThat(task.has("TimeoutSeconds")).as(name).isTrue());
  }

  // https://docs.aws.amazon.com/glue/latest/webapi/API_StartJobRun.html
  @Test
  void shouldWaitForAPlaceAmongTheRunsOfTheJobAndOfTheAccount() {
    assertThat(tasks("arn:aws:states:::glue:startJobRun.sync"))
        .isNotEmpty()
        .allSatisfy(
            (name, task) ->
                assertThat(retried(task))
                    .contains(
                        "Glue.ConcurrentRunsExceededException",
                        "Glue.ResourceNumberLimitExceededException"));
  }

  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
  @Test
  void shouldWaitForAPlaceAmongTheInvocationsOfTheAccount() {
    assertThat(tasks("arn:aws:states:::lambda:invoke"))
        .isNotEmpty()
        .allSatisfy(
            (name, task) -> assertThat(retried(task)).contains("Lambda.TooManyRequestsException"));
  }

  private Map<String, JsonNode> tasks(String resource) {
    Map<String, JsonNode> tasks = new LinkedHashMap<>(machine.states());
    tasks.values().removeIf(state -> !state.path("Resource").asText().startsWith(resource));
    return tasks;
  }

  private static List<String> retried(JsonNode task) {
    List<String> errors = new ArrayList<>();
    for (JsonNode retrier : task.path("Retry")) {
      assertThat(retrier.path("MaxAttempts").asInt()).isPositive();
      retrier.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
    }
    return errors;
  }

  private static boolean leadsToFail(JsonNode root, String name, Map<String, JsonNode> states) {
    JsonNode state = states.get(name);
    if (state.path("Type").asText().equals("Fail")) {
      return true;
    }
    return Variables.successors(state).stream().anyMatch(next -> leadsToFail(root, next, states));
  }
}
