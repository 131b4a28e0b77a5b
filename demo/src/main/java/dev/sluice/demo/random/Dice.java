package dev.sluice.demo.random;

import java.util.List;

/**
 * The draws behind one row. The same seed, subject and row give the same values in every JVM, and a
 * row needs no other row: so tables that speak of each other agree without being kept in memory.
 * Not thread-safe.
 */
public final class Dice {
  private final SplitMix64 numbers;

  /** The draws of this row of this subject. */
  public Dice(long seed, String subject, long row) {
    long start = SplitMix64.mix(seed + SplitMix64.GOLDEN) ^ subject.hashCode();
    numbers = new SplitMix64(SplitMix64.mix(SplitMix64.mix(start) + row * SplitMix64.GOLDEN));
  }

  /** Any number. */
  public long next() {
    return numbers.next();
  }

  /** From 0 up to, but not including, the bound. */
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Both ends are possible. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** True in one of n cases. */
  public boolean oneIn(int n) {
    return below(n) == 0;
  }

  /** One of the values, all equally likely. */
  public <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** So many bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }
}
