package dev.sluice.local.aws.services.lambda;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The daemon threads of the Lambda service. */
final class Threads implements AutoCloseable {
  private final ExecutorService workers = Executors.newCachedThreadPool(daemon("lambda"));
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemon("lambda timer"));

  Threads() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** As many as needed; tasks may block. */
  ExecutorService workers() {
    return workers;
  }

  /** One thread; tasks must be short. */
  ScheduledExecutorService timer() {
    return timer;
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
  }
}
