package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Approved;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import dev.sluice.fixture.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The whole state machine of the orders pipeline. */
class MachineTest {
  private final MachineDefinition machine =
      MachineDefinition.of(Synthesis.template(Synthesis.whole(), "SluiceOrders"));

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
  void shouldLabelEachDistributedMapWithItsStep() {
    machine
        .states()
        .forEach(
            (name, state) -> {
              if (state
                  .path("ItemProcessor")
                  .path("ProcessorConfig")
                  .path("Mode")
                  .asText()
                  .equals("DISTRIBUTED")) {
                assertThat(state.path("Label").asText()).isEqualTo(name);
              }
            });
  }

  @Test
  void shouldTimeOutEveryTask() {
    machine
        .states()
        .forEach(
            (name, state) -> {
              if (state.path("Type").asText().equals("Task")) {
                assertThat(state.has("TimeoutSeconds")).as(name).isTrue();
              }
            });
  }

  @Test
  void shouldDrawEachStepAsApproved() {
    Map<String, Map<String, JsonNode>> steps = new TreeMap<>();
    machine
        .statesOutsideMaps()
        .forEach(
            (name, state) -> {
              if (!name.startsWith("in parallel")) {
                String step = name.replaceAll("(\\?|:| skipped).*$", "");
                steps.computeIfAbsent(step, s -> new LinkedHashMap<>()).put(name, state);
              }
            });
    steps.remove("plan accepted");
    steps.remove("plan refused");

    steps.forEach(
        (step, states) -> {
          StringBuilder text = new StringBuilder();
          states.forEach(
              (name, state) ->
                  text.append(name).append(" = ").append(JsonTree.pretty(state)).append("\n"));
          Approved.check("states/" + step + ".txt", text.toString());
        });
  }

  @Test
  void shouldConnectTheStepsAsApproved() {
    StringBuilder text = new StringBuilder();
    outline(machine.root(), "", text);

    Approved.check("outline.txt", text.toString());
  }

  private static void outline(JsonNode root, String indent, StringBuilder text) {
    for (Map.Entry<String, JsonNode> state : root.path("States").properties()) {
      text.append(indent)
          .append(state.getKey())
          .append(" -> ")
          .append(String.join(", ", Variables.successors(state.getValue())))
          .append("\n");
      state
          .getValue()
          .path("Branches")
          .forEach(
              branch -> {
                text.append(indent).append("  branch\n");
                outline(branch, indent + "    ", text);
              });
    }
  }

  private static boolean leadsToFail(JsonNode root, String name, Map<String, JsonNode> states) {
    JsonNode state = states.get(name);
    if (state.path("Type").asText().equals("Fail")) {
      return true;
    }
    return Variables.successors(state).stream().anyMatch(next -> leadsToFail(root, next, states));
  }
}
