package dev.sluice.demo.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void shouldDrawTheSameForTheSameRowOnly() {
    long drawn = new Dice(1, "orders", 7).next();

    assertThat(new Dice(1, "orders", 7).next()).isEqualTo(drawn);
    assertThat(new Dice(2, "orders", 7).next()).isNotEqualTo(drawn);
    assertThat(new Dice(1, "items", 7).next()).isNotEqualTo(drawn);
    assertThat(new Dice(1, "orders", 8).next()).isNotEqualTo(drawn);
  }

  @Test
  void shouldReachBothEndsAndNothingBeyond() {
    Dice dice = new Dice(1, "ends", 1);

    assertThat(IntStream.range(0, 1_000).map(i -> dice.between(-1, 2)).boxed())
        .containsOnly(-1, 0, 1, 2);
  }
}
