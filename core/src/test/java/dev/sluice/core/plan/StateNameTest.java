package dev.sluice.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateNameTest {
  @Test
  void shouldFindTheStepInEveryNameThatItBuilds() {
    assertThat(StateName.stepOf(StateName.gate("load"))).isEqualTo("load");
    assertThat(StateName.stepOf(StateName.skipped("load"))).isEqualTo("load");
    assertThat(StateName.stepOf(StateName.detail("load", "any files?"))).isEqualTo("load");
    assertThat(StateName.stepOf("load")).isEqualTo("load");
  }

  @Test
  void shouldTellAGateFromAChoiceWithinAStep() {
    assertThat(StateName.isGate("load?")).isTrue();
    assertThat(StateName.isGate("load: any files?")).isFalse();
    assertThat(StateName.isWork("load: any files?")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"load?", "load skipped"})
  void shouldNotTakeAGateOrASkipForWork(String state) {
    assertThat(StateName.isWork(state)).isFalse();
  }

  @Test
  void shouldNumberParallelsWithoutNamingAStep() {
    assertThat(StateName.parallel(2)).isEqualTo("in parallel 2");
    assertThat(StateName.stepOf(StateName.parallel(2))).isEqualTo("in parallel 2");
  }
}
