package dev.sluice.local.asl.run;

import java.time.Duration;

/** Does things later. Safe for use by several threads. */
public interface Timers extends AutoCloseable {
  /**
   * @return an action that takes the timer back; without effect where it has run
   */
  Runnable after(Duration delay, Runnable action);

  @Override
  void close();
}
