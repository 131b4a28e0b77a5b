package dev.sluice.local.base.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do not keep a process alive, named {@code name-1}, {@code name-2}, … */
public final class DaemonThreads implements ThreadFactory {
  private final String name;
  private final AtomicInteger made = new AtomicInteger();

  private DaemonThreads(String name) {
    this.name = name;
  }

  /** Threads of that name. */
  public static DaemonThreads named(String name) {
    return new DaemonThreads(name);
  }

  /** A thread of exactly that name, not yet started. */
  public static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Thread newThread(Runnable work) {
    return thread(name + "-" + made.incrementAndGet(), work);
  }
}
