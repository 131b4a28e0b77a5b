package dev.sluice.demo.shop;

import java.util.List;

/**
 * The draws behind one row. The same seed, subject and row give the same values in every JVM, and a
 * row needs no other row: so tables that speak of each other agree without being kept in memory.
 *
 * <p>SplitMix64 written out, because the sequence of {@code java.util} generators is theirs to
 * change.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed, String subject, long row) {
    state = mix(mix(mix(seed + GOLDEN) ^ subject.hashCode()) + row * GOLDEN);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Both ends are possible. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean oneIn(int n) {
    return below(n) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
