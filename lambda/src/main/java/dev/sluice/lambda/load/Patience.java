package dev.sluice.lambda.load;

import dev.sluice.error.FeedUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * The time that one load may spend on waiting for its source, over all feeds: back-off doubles from
 * half a second to ten, with full jitter, and is never shorter than the server asks.
 *
 * @see <a
 *     href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 *     back-off and jitter</a>
 */
final class Patience {
  /** Sleeps. */
  @FunctionalInterface
  interface Pauses {
    void pause(Duration duration) throws InterruptedException;
  }

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 10_000;

  private final Clock clock;
  private final Pauses pauses;
  private final DoubleSupplier dice;
  private final Duration whole;
  private final Instant end;

  /**
   * Begins now.
   *
   * @param dice from 0 to 1
   */
  Patience(Clock clock, Pauses pauses, DoubleSupplier dice, Duration whole) {
    this.clock = clock;
    this.pauses = pauses;
    this.dice = dice;
    this.whole = whole;
    this.end = clock.instant().plus(whole);
  }

  /**
   * Waits before the next attempt.
   *
   * @param attempt which failed, from 1
   * @throws FeedUnavailable where the time is over, or the server asks for more than is left
   */
  void await(URI url, MayPass failure, int attempt) {
    Duration left = Duration.between(clock.instant(), end);
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    if (left.isNegative() || left.isZero()) {
      throw unavailable(url, failure, "%d attempts in %d s".formatted(attempt, whole.toSeconds()));
    }
    if (asked.compareTo(left) > 0) {
      throw unavailable(
          url,
          failure,
          "it asks to wait %d s, but of %d s of patience %d s are left"
              .formatted(asked.toSeconds(), whole.toSeconds(), left.toSeconds()));
    }
    Duration backOff = Duration.ofMillis((long) (dice.getAsDouble() * ceiling(attempt)));
    Duration wanted = backOff.compareTo(asked) > 0 ? backOff : asked;
    sleep(wanted.compareTo(left) > 0 ? left : wanted);
  }

  private static long ceiling(int attempt) {
    return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
  }

  private static FeedUnavailable unavailable(URI url, MayPass failure, String why) {
    return new FeedUnavailable(Shown.url(url), failure.getMessage() + "; " + why, failure);
  }

  private void sleep(Duration duration) {
    try {
      pauses.pause(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a source of feeds", e);
    }
  }
}
