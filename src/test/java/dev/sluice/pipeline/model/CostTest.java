package dev.sluice.pipeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import dev.sluice.fixture.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void shouldCountTheTransitionsThatAStepTakesWhenAllGoesWell() {
    for (Pipeline pipeline : Synthesis.pipelines()) {
      Map<String, JsonNode> states =
          MachineDefinition.of(Synthesis.template(Synthesis.whole(), pipeline.name()))
              .statesOutsideMaps();

      for (Step step : pipeline.steps()) {
        assertThat(step.cost().transitions())
            .as(step.name())
            .isEqualTo(transitions(states, step.name()));
      }
    }
  }

  /** Follows the first way through the step's states that does not come back. */
  private static int transitions(Map<String, JsonNode> states, String step) {
    int count = 0;
    String name = step + "?";
    while (name != null && name.matches(step + "([?:].*)?")) {
      count++;
      List<String> next = Variables.successors(states.get(name));
      name = next.isEmpty() ? null : next.get(0);
    }
    return count;
  }
}
