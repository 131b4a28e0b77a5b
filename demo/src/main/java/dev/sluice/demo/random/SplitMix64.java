package dev.sluice.demo.random;

/**
 * SplitMix64 written out, because the sequence of {@code java.util} generators is theirs to change,
 * and the demo's bytes must not. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Fast splittable pseudorandom number
 *     generators</a>
 */
public final class SplitMix64 {
  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** The sequence that begins at this state. */
  public SplitMix64(long state) {
    this.state = state;
  }

  /** The next number; all are equally likely. */
  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
