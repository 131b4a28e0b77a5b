package dev.sluice.config;

/**
 * How many items of a map may fail.
 *
 * @param value a number of items, or of percent
 * @param percentage which of both
 */
public record Tolerance(int value, boolean percentage) {
  /** Nothing may fail. */
  public static final Tolerance NONE = new Tolerance(0, false);

  @Override
  public String toString() {
    return percentage ? value + "%" : String.valueOf(value);
  }
}
