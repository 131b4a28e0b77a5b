package dev.sluice.pipeline;

import static dev.sluice.pipeline.Pipelines.branch;
import static dev.sluice.pipeline.Pipelines.guard;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.model.Parameter;
import dev.sluice.pipeline.model.Pipeline;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private final Pipeline diamond =
      pipeline(
          "diamond",
          guard(),
          parallel(branch(sql("a"), parallel(sql("b"), sql("c"))), sql("d")),
          sql("e"));

  @Test
  void shouldListStepsAsWritten() {
    assertThat(diamond.graph().steps()).containsExactly("guard", "a", "b", "c", "d", "e");
  }

  @Test
  void shouldKnowWhatComesRightBefore() {
    assertThat(diamond.graph().before("guard")).isEmpty();
    assertThat(diamond.graph().before("a")).containsExactly("guard");
    assertThat(diamond.graph().before("c")).containsExactly("a");
    assertThat(diamond.graph().before("e")).containsExactlyInAnyOrder("b", "c", "d");
  }

  @Test
  void shouldKnowEveryStepAfterOne() {
    assertThat(diamond.graph().from("a")).containsExactly("a", "b", "c", "e");
    assertThat(diamond.graph().from("d")).containsExactly("d", "e");
    assertThat(diamond.graph().from("e")).containsExactly("e");
  }

  @Test
  void shouldRefuseTwoStepsOfOneName() {
    assertThatThrownBy(() -> pipeline("twice", sql("a"), sql("a")))
        .hasMessageContaining("two steps are called \"a\"");
  }

  @Test
  void shouldRefuseNamesThatStatesOrLabelsCannotHave() {
    assertThatThrownBy(() -> sql("Join")).hasMessageContaining("small letters");
    assertThatThrownBy(() -> sql("a".repeat(41))).hasMessageContaining("at most 40");
    assertThatThrownBy(() -> pipeline("Orders", sql("a"))).hasMessageContaining("small letters");
  }

  @Test
  void shouldRefuseBranchesOfNothing() {
    assertThatThrownBy(() -> pipeline("empty")).hasMessageContaining("at least one step");
    assertThatThrownBy(() -> parallel(sql("a"))).hasMessageContaining("at least two branches");
  }

  @Test
  void shouldRefuseAParameterWhoseDefaultIsNotAllowed() {
    assertThatThrownBy(() -> new Parameter("p", 0, 1, 5)).hasMessageContaining("between 1 and 5");
    assertThatThrownBy(() -> new Parameter("a-b", 1, 1, 5)).hasMessageContaining("letters");
  }
}
