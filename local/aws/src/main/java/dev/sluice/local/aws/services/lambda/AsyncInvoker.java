package dev.sluice.local.aws.services.lambda;

import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.thread.Threads;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Asynchronous invocations: a failing event is tried twice more and a throttled one until it is too
 * old, then it is sent where the function's failures go. Waits after a failure are seconds, where
 * AWS waits one minute and then two; those after throttling are AWS's.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">
 *     How Lambda handles errors and retries with asynchronous invocation</a>
 */
final class AsyncInvoker {
  private static final int THROTTLED = 429;
  private static final int MAX_THROTTLE_SECONDS = 300;

  private final FunctionRegistry functions;
  private final BiFunction<String, byte[], CompletionStage<Outcome>> invoke;
  private final FailureDestination destination;
  private final Threads threads;
  private final Clock clock;
  private final long retryMillis;

  AsyncInvoker(
      FunctionRegistry functions,
      BiFunction<String, byte[], CompletionStage<Outcome>> invoke,
      FailureDestination destination,
      Threads threads,
      Clock clock,
      long retryMillis) {
    this.functions = functions;
    this.invoke = invoke;
    this.destination = destination;
    this.threads = threads;
    this.clock = clock;
    this.retryMillis = retryMillis;
  }

  /** One event on its way. */
  private record Event(
      FunctionConfig function, byte[] payload, long sinceMillis, CompletableFuture<Outcome> done) {}

  /**
   * Hands over one event.
   *
   * @return completes with the last attempt's outcome, once a failed event has been passed on
   */
  CompletableFuture<Outcome> invoke(String function, byte[] payload) {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    attempt(new Event(functions.get(function), payload, clock.millis(), done), 1, 1);
    return done;
  }

  private FunctionRegistry.AsyncConfig config(Event event) {
    return functions.async(event.function().name());
  }

  private void attempt(Event event, int attempt, int throttleSeconds) {
    CompletionStage<Outcome> stage;
    try {
      stage = invoke.apply(event.function().name(), event.payload());
    } catch (ServiceError refused) {
      refused(event, attempt, throttleSeconds, refused);
      return;
    }
    stage.whenComplete(
        (outcome, failure) -> {
          if (failure != null) {
            event.done().completeExceptionally(failure);
          } else if (outcome.failed() && attempt <= config(event).retries()) {
            later(retryMillis * attempt, () -> attempt(event, attempt + 1, throttleSeconds));
          } else {
            finish(event, attempt, outcome, "RetriesExhausted");
          }
        });
  }

  private void refused(Event event, int attempt, int throttleSeconds, ServiceError refused) {
    long age = clock.millis() - event.sinceMillis();
    if (refused.status() != THROTTLED) {
      event.done().completeExceptionally(refused);
    } else if (age + throttleSeconds * 1000L > config(event).maxAgeSeconds() * 1000L) {
      finish(event, attempt - 1, Failures.throttled(refused.getMessage()), "EventAgeExceeded");
    } else {
      int next = Math.min(2 * throttleSeconds, MAX_THROTTLE_SECONDS);
      later(throttleSeconds * 1000L, () -> attempt(event, attempt, next));
    }
  }

  private void finish(Event event, int attempts, Outcome outcome, String condition) {
    try {
      if (outcome.failed()) {
        destination.send(
            event.function(),
            config(event).onFailureArn(),
            event.payload(),
            new FailureDestination.Failure(attempts, condition, outcome));
      }
      event.done().complete(outcome);
    } catch (RuntimeException e) {
      event.done().completeExceptionally(e);
    }
  }

  private void later(long millis, Runnable work) {
    threads.timer().schedule(() -> threads.workers().execute(work), millis, TimeUnit.MILLISECONDS);
  }
}
