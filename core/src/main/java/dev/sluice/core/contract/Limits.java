package dev.sluice.core.contract;

/**
 * An inclusive range of sizes or counts.
 *
 * @param min least allowed, 0 or more
 * @param max most allowed, {@code min} or more
 */
public record Limits(long min, long max) {
  public Limits {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(
          "limits are %d to %d, expected 0 <= min <= max".formatted(min, max));
    }
  }

  /** True where {@code value} lies within, both ends included. */
  public boolean contain(long value) {
    return value >= min && value <= max;
  }
}
