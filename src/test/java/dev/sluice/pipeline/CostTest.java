package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.Contracts;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import dev.sluice.fixture.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void shouldCountTheTransitionsThatAStepTakesWhenAllGoesWell() {
    Map<String, JsonNode> states =
        MachineDefinition.of(Synthesis.template(Synthesis.whole(), "SluiceOrders"))
            .statesOutsideMaps();
    Settings settings = SettingsReader.read(Synthesis.app(Map.of()).getNode());
    Contracts contracts = Contracts.fromDirectory(Synthesis.assets().datasets());
    JdbcSource shop = new JdbcSource("shop", "", "", "", "", "", List.of());

    for (Step step : OrdersPipeline.of(contracts, shop, settings).steps()) {
      assertThat(step.cost().transitions())
          .as(step.name())
          .isEqualTo(transitions(states, step.name()));
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
