package dev.sluice.lambda.audit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many small writes side by side: DynamoDB has no conditional batch update. */
public final class ParallelWrites {

  private static final int WRITERS = 16;

  private ParallelWrites() {}

  /** Makes one write of each element; ends when all are made, or throws what the first threw. */
  public static <T> void of(List<T> elements, Consumer<T> write) {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> writes =
          elements.stream().<Callable<Boolean>>map(element -> () -> made(element, write)).toList();
      for (Future<Boolean> done : writers.invokeAll(writes)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to the audit table", e);
    } finally {
      writers.shutdownNow();
    }
  }

  private static <T> boolean made(T element, Consumer<T> write) {
    write.accept(element);
    return true;
  }
}
