package dev.sluice.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Looks every half second at how much memory the embedded AWS uses, and remembers the most. */
final class MemoryWatch implements AutoCloseable {
  private static final int EVERY_MILLIS = 500;

  private final ProcessHandle runtime;
  private final AtomicLong runtimeKib = new AtomicLong();
  private final AtomicLong allKib = new AtomicLong();
  private final Thread watcher = new Thread(this::watch, "memory");

  /** Begins to watch the process of that id and those that it starts. */
  MemoryWatch(long pid) {
    runtime = ProcessHandle.of(pid).orElseThrow();
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch() {
    try {
      while (runtime.isAlive()) {
        runtimeKib.accumulateAndGet(ProcessMemory.kib(List.of(runtime)), Math::max);
        allKib.accumulateAndGet(ProcessMemory.ofAllKib(runtime), Math::max);
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask for the memory of processes", e);
    } catch (InterruptedException closed) {
      return;
    }
  }

  /** The most that the runtime's own process used, in MiB. */
  long runtimeMib() {
    return runtimeKib.get() >> 10;
  }

  /** The most that it and all that it started used at a time, in MiB. */
  long allMib() {
    return allKib.get() >> 10;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
