package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import dev.sluice.pipeline.AllPipelines;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistributedMapTest {

  @Test
  void shouldBeLabelledWithItsStepWhichNamesItsMapRuns() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String pipeline : AllPipelines.names()) {
      MachineDefinition.of(Synthesis.template(Synthesis.whole(), pipeline))
          .states()
          .forEach(
              (name, state) -> {
                if (isDistributed(state)) {
                  labels.put(name, state.path("Label").asText());
                }
              });
    }

    assertThat(labels).isNotEmpty().allSatisfy((name, label) -> assertThat(label).isEqualTo(name));
  }

  private static boolean isDistributed(JsonNode state) {
    return state.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
  }
}
