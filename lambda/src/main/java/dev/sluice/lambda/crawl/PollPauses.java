package dev.sluice.lambda.crawl;

import java.util.function.DoubleSupplier;

/**
 * How long to wait between polls: soon at first, since a small crawl is quick, then less often.
 * Half of each pause is random, so that crawls started together are not polled together.
 */
public final class PollPauses {
  private static final double FIRST_SECONDS = 2;
  private static final double GROWTH = 1.6;

  private final int longestSeconds;
  private final DoubleSupplier random;

  /**
   * Pauses with that randomness.
   *
   * @param longestSeconds no pause is longer
   * @param random from 0 (inclusive) to 1 (exclusive)
   */
  public PollPauses(int longestSeconds, DoubleSupplier random) {
    this.longestSeconds = longestSeconds;
    this.random = random;
  }

  /** Seconds to wait after so many polls; at least 1. */
  public int after(int polls) {
    double whole = Math.min(longestSeconds, FIRST_SECONDS * Math.pow(GROWTH, polls));
    return (int) Math.max(1, Math.round(whole / 2 + random.getAsDouble() * whole / 2));
  }
}
