package dev.sluice.local.asl.run;

import dev.sluice.local.base.thread.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers of the real clock. */
public final class RealTimers implements Timers {
  private final ScheduledThreadPoolExecutor executor;

  public RealTimers() {
    executor =
        new ScheduledThreadPoolExecutor(
            1, DaemonThreads.named("asl-timer"), new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    Future<?> future = executor.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
