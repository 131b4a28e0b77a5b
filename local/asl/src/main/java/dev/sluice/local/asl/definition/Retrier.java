package dev.sluice.local.asl.definition;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * One Retry clause.
 *
 * @param intervalSeconds the first wait
 * @param maxAttempts retries, not counting the first run
 * @param backoffRate the factor from one wait to the next
 * @param maxDelaySeconds the longest wait, or 0 for no limit
 * @param fullJitter whether a wait is a random part of the computed one
 */
public record Retrier(
    List<String> errors,
    long intervalSeconds,
    long maxAttempts,
    double backoffRate,
    long maxDelaySeconds,
    boolean fullJitter) {
  public Retrier {
    errors = List.copyOf(errors);
  }

  /**
   * @param done retries that were made before
   * @param random between 0 and 1
   */
  public Duration delay(int done, DoubleSupplier random) {
    double seconds = intervalSeconds * Math.pow(backoffRate, done);
    if (maxDelaySeconds > 0) {
      seconds = Math.min(seconds, maxDelaySeconds);
    }
    if (fullJitter) {
      seconds *= random.getAsDouble();
    }
    return Duration.ofMillis((long) Math.min(seconds * 1000, Long.MAX_VALUE / 2_000_000.0));
  }
}
