package dev.sluice.local.asl.execution;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what happens on other threads, on behalf of an API call. */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits until it is done.
   *
   * @param what for the message
   * @throws IllegalStateException where it fails, takes longer or this thread is interrupted
   */
  public static <T> T until(CompletableFuture<T> done, Duration longest, String what) {
    try {
      return done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + what, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Waited in vain for " + what, e);
    }
  }
}
