package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.ConfigurationException;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.fixture.Synthesis;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A step that calls its function from the EXPRESS children of a map. */
class ExpressMapTest {

  @Test
  void shouldNotSynthesizeAFunctionThatOutlivesItsChild() {
    assertThatThrownBy(() -> Synthesis.one(sources -> new Hasty(600)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "the map hasty has EXPRESS children, which Step Functions ends after 300 s, but they"
                + " may take 782 s: hasty: call 782 s");
  }

  @Test
  void shouldSynthesizeAFunctionThatFits() {
    assertThat(Synthesis.one(sources -> new Hasty(60)).root().toString()).contains("EXPRESS");
  }

  private static final class Hasty extends Step {
    private final int seconds;

    private Hasty(int seconds) {
      super("hasty");
      this.seconds = seconds;
    }

    @Override
    public Cost cost() {
      return Cost.transitions(1);
    }

    @Override
    protected States states(Site site, String next) {
      Map<String, Object> processor =
          Json.object(
              "ProcessorConfig", Json.object("Mode", "DISTRIBUTED", "ExecutionType", "EXPRESS"));
      processor.putAll(
          new States()
              .add(
                  state("call"),
                  site.invoke(
                          site.handler(HandlerSpec.named("guard").timeout(seconds)), Json.object())
                      .next(null))
              .machine());
      return new States()
          .add(
              name(),
              State.map().with("Label", name()).with("ItemProcessor", processor).next(next));
    }
  }
}
