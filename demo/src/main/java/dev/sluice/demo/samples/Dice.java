package dev.sluice.demo.samples;

import dev.sluice.demo.random.SplitMix64;
import java.util.List;

/** The draws behind one sample file; those of one file do not depend on another's length. */
final class Dice {
  private final long seed;
  private final SplitMix64 numbers;

  Dice(long seed) {
    this.seed = seed;
    this.numbers = new SplitMix64(seed);
  }

  /** Other dice for a part of the data, whatever was drawn from these before. */
  Dice forPart(String name) {
    long mixed = seed;
    for (char c : name.toCharArray()) {
      mixed = mixed * 0x100000001B3L + c;
    }
    return new Dice(mixed);
  }

  /** From {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + (int) Long.remainderUnsigned(numbers.next() >>> 1, (long) most - least + 1);
  }

  /** True in so many of a thousand cases. */
  boolean perMille(int chance) {
    return between(0, 999) < chance;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }
}
