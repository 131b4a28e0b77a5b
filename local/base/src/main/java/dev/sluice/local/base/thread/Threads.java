package dev.sluice.local.base.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The daemon threads of one service: workers, which may block, and a timer, which may not. */
public final class Threads implements AutoCloseable {
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Threads named after the service; none is started before there is something to do.
   *
   * @param service for example {@code lambda}
   */
  public Threads(String service) {
    workers = Executors.newCachedThreadPool(DaemonThreads.named(service));
    timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(service + "-timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** As many as needed; tasks may block. */
  public ExecutorService workers() {
    return workers;
  }

  /** One thread; tasks must be short. */
  public ScheduledThreadPoolExecutor timer() {
    return timer;
  }

  /** Forgets what was planned, and takes nothing new; what is under way ends by itself. */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
  }
}
