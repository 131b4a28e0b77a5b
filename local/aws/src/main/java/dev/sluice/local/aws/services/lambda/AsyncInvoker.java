package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.thread.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Asynchronous invocations: a failing event is tried again, then sent where the function's failures
 * go. Waits between attempts are seconds, where AWS waits minutes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html">AWS</a>
 */
final class AsyncInvoker {
  private static final int MAX_THROTTLE_SECONDS = 60;

  private final FunctionRegistry functions;
  private final BiFunction<String, byte[], CompletionStage<Outcome>> invoke;
  private final FailureDestination destination;
  private final Threads threads;
  private final long retryMillis;

  AsyncInvoker(
      FunctionRegistry functions,
      BiFunction<String, byte[], CompletionStage<Outcome>> invoke,
      FailureDestination destination,
      Threads threads,
      long retryMillis) {
    this.functions = functions;
    this.invoke = invoke;
    this.destination = destination;
    this.threads = threads;
    this.retryMillis = retryMillis;
  }

  /**
   * Hands over one event.
   *
   * @return completes with the last attempt's outcome, once a failed event has been passed on
   */
  CompletableFuture<Outcome> invoke(String function, byte[] event) {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    attempt(functions.get(function), event, 1, 1, done);
    return done;
  }

  private void attempt(
      FunctionConfig function,
      byte[] event,
      int attempt,
      int throttleSeconds,
      CompletableFuture<Outcome> done) {
    CompletionStage<Outcome> stage;
    try {
      stage = invoke.apply(function.name(), event);
    } catch (ServiceError throttled) {
      int next = Math.min(2 * throttleSeconds, MAX_THROTTLE_SECONDS);
      later(throttleSeconds * 1000L, () -> attempt(function, event, attempt, next, done));
      return;
    }
    stage.whenComplete(
        (outcome, failure) -> {
          if (failure != null) {
            done.completeExceptionally(failure);
          } else if (outcome.failed() && attempt <= functions.async(function.name()).retries()) {
            later(
                retryMillis * attempt,
                () -> attempt(function, event, attempt + 1, throttleSeconds, done));
          } else {
            finish(function, event, attempt, outcome, done);
          }
        });
  }

  private void finish(
      FunctionConfig function,
      byte[] event,
      int attempts,
      Outcome outcome,
      CompletableFuture<Outcome> done) {
    try {
      if (outcome.failed()) {
        destination.send(
            function, functions.async(function.name()).onFailureArn(), event, attempts, outcome);
      }
      done.complete(outcome);
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void later(long millis, Runnable work) {
    threads.timer().schedule(() -> threads.workers().execute(work), millis, TimeUnit.MILLISECONDS);
  }
}
