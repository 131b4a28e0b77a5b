package dev.sluice.local.asl.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks one after the other on a shared pool, and lets others have their turn. */
public final class SerialExecutor implements Executor {
  /** Tasks in a row before the pool's other users are let in. */
  private static final int TURN = 64;

  private final Executor pool;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean scheduled;

  public SerialExecutor(Executor pool) {
    this.pool = pool;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      tasks.add(task);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    pool.execute(this::drain);
  }

  private void drain() {
    for (int i = 0; i < TURN; i++) {
      Runnable task;
      synchronized (this) {
        task = tasks.poll();
        if (task == null) {
          scheduled = false;
          return;
        }
      }
      boolean done = false;
      try {
        task.run();
        done = true;
      } finally {
        if (!done) {
          // The error goes to the thread's handler; what waits behind the task must not wait ever.
          pool.execute(this::drain);
        }
      }
    }
    pool.execute(this::drain);
  }
}
