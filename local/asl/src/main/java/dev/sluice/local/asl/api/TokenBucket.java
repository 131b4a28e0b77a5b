package dev.sluice.local.asl.api;

import java.time.Clock;
import java.time.Duration;

/** A budget that refills as time passes. Safe for use by several threads. */
public final class TokenBucket {
  private static final double MILLIS = 1000.0;
  private final Clock clock;
  private final double size;
  private final double refill;
  private double tokens;
  private long filled;

  /**
   * @param size what can be spent at once
   * @param refill tokens a second
   */
  public TokenBucket(Clock clock, double size, double refill) {
    this.clock = clock;
    this.size = size;
    this.refill = refill;
    this.tokens = size;
    this.filled = clock.millis();
  }

  /** Spends a token; false where there is none. */
  public synchronized boolean take() {
    fill();
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** How long it takes until there is a token. */
  public synchronized Duration delay() {
    fill();
    double missing = Math.max(0, 1 - tokens);
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(missing / refill * MILLIS)));
  }

  private void fill() {
    long now = clock.millis();
    tokens = Math.min(size, tokens + Math.max(0, now - filled) / MILLIS * refill);
    filled = now;
  }
}
