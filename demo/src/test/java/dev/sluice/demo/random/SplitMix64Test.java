package dev.sluice.demo.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
  /** The numbers of the reference implementation, https://prng.di.unimi.it/splitmix64.c. */
  @Test
  void shouldDrawAsTheReferenceDoes() {
    SplitMix64 numbers = new SplitMix64(1_234_567);

    assertThat(Long.toUnsignedString(numbers.next())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(numbers.next())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(numbers.next())).isEqualTo("9817491932198370423");
  }
}
