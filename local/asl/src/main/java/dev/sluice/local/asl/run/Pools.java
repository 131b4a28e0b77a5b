package dev.sluice.local.asl.run;

import dev.sluice.local.base.thread.DaemonThreads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Thread pools of daemons, which drop what comes after they were closed. */
public final class Pools {
  private Pools() {}

  /** As many threads as processors, for steps that never block. */
  public static ThreadPoolExecutor steps() {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    return pool("asl", threads, threads, new LinkedBlockingQueue<>());
  }

  /** As many threads as needed, for what may block. */
  public static ThreadPoolExecutor blocking() {
    return pool("asl-io", 0, Integer.MAX_VALUE, new SynchronousQueue<>());
  }

  private static ThreadPoolExecutor pool(
      String name, int core, int max, BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(
        core,
        max,
        30,
        TimeUnit.SECONDS,
        queue,
        DaemonThreads.named(name),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Lets the step end that is under way and forgets the others. An interrupt would close the
   * journals in the middle of a line.
   */
  public static void close(ThreadPoolExecutor pool) {
    pool.getQueue().clear();
    pool.shutdown();
    try {
      pool.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
