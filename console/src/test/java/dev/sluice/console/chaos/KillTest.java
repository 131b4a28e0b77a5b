package dev.sluice.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KillTest {
  private static final List<Victim> ALL = List.of(Victim.values());

  @Test
  void shouldPlanTheSameForTheSameSeed() {
    assertThat(Kill.of(7, ALL)).isEqualTo(Kill.of(7, ALL)).isNotEqualTo(Kill.of(8, ALL));
  }

  @Test
  void shouldMeetEachVictimAndTheFirstDeployment() {
    List<Kill> kills =
        LongStream.range(0, 100).boxed().flatMap(seed -> Kill.of(seed, ALL).stream()).toList();

    Set<Victim> met = EnumSet.noneOf(Victim.class);
    kills.forEach(kill -> met.add(kill.victim()));
    assertThat(met).containsExactlyInAnyOrder(Victim.values());
    assertThat(kills).filteredOn(Kill::deploying).hasSizeBetween(20, 50);
  }

  @Test
  void shouldKillNothingThatIsNotThere() {
    List<Victim> some = List.of(Victim.RUNTIME, Victim.FUNCTION);

    assertThat(LongStream.range(0, 100).boxed().flatMap(seed -> Kill.of(seed, some).stream()))
        .allSatisfy(kill -> assertThat(some).contains(kill.victim()));
  }

  @Test
  void shouldKillBeforeAnUndisturbedRunWouldHaveEnded() {
    assertThat(LongStream.range(0, 100).boxed().flatMap(seed -> Kill.of(seed, ALL).stream()))
        .allSatisfy(kill -> assertThat(kill.moment()).isBetween(0.0, 0.8));
  }

  @Test
  void shouldBeginWithTheKillInTheDeployment() {
    for (long seed = 0; seed < 100; seed++) {
      List<Kill> kills = Kill.of(seed, ALL);
      assertThat(kills).isNotEmpty();
      assertThat(kills.subList(1, kills.size())).noneMatch(Kill::deploying);
    }
  }
}
