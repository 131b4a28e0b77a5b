package dev.sluice.local.aws;

import dev.sluice.local.aws.spi.LocalService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts services side by side. */
final class Starter {
  private final List<LocalService> services;

  Starter(List<LocalService> services) {
    this.services = services;
  }

  /** Returns when all run; throws the first failure. */
  void start() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> started = new ArrayList<>();
      for (LocalService service : services) {
        started.add(
            threads.submit(
                () -> {
                  service.start();
                  return null;
                }));
      }
      for (Future<?> future : started) {
        await(future);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void await(Future<?> future) throws Exception {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
