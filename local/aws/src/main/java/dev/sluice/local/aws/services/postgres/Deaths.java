package dev.sluice.local.aws.services.postgres;

import java.time.Duration;

/** Says how long it is worth starting a server again that keeps dying. Not thread-safe. */
final class Deaths {
  /** Quick deaths in a row after which it stays down. */
  static final int MOST = 3;

  /** A server that lived longer was healthy, whatever killed it. */
  static final Duration QUICK = Duration.ofSeconds(30);

  private int quick;

  /**
   * Counts a death.
   *
   * @param lived since its start
   * @return true where another start is worth it
   */
  boolean another(Duration lived) {
    quick = lived.compareTo(QUICK) < 0 ? quick + 1 : 0;
    return quick < MOST;
  }
}
