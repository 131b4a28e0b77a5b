package dev.sluice.lambda.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A failure that may be over a moment later: a lost connection, a busy server. */
final class MayPass extends IOException {
  private static final long serialVersionUID = 1L;

  /** Null where the server did not say. */
  private final Duration retryAfter;

  MayPass(String found, Duration retryAfter, Throwable cause) {
    super(found, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the server asks to be left alone. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
