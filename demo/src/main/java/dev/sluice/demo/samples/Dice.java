package dev.sluice.demo.samples;

import java.util.List;

/**
 * Random numbers of a fixed algorithm (SplitMix64), since those of the JDK may change between
 * releases and the sample bytes may not.
 */
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Other dice for a part of the data, so that the parts do not depend on each other's length. */
  Dice forPart(String name) {
    long mixed = state;
    for (char c : name.toCharArray()) {
      mixed = mixed * 0x100000001B3L + c;
    }
    return new Dice(mixed);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + (int) Long.remainderUnsigned(next() >>> 1, (long) most - least + 1);
  }

  /** True in so many of a thousand cases. */
  boolean perMille(int chance) {
    return between(0, 999) < chance;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }
}
