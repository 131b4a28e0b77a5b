package dev.sluice.local.asl.run;

import java.time.Duration;

/** Does things later. Safe for use by several threads. */
public interface Timers extends AutoCloseable {
  /** Does something once, when the delay is over. */
  Timer after(Duration delay, Runnable action);

  @Override
  void close();
}
