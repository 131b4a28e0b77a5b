package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.activity.ActivityTask;
import dev.sluice.local.asl.definition.TaskState;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.asl.jsonata.Template;
import dev.sluice.local.base.json.Json;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Task. */
final class TaskBehaviour implements Behaviour {
  @Override
  public void run(Attempt attempt) {
    TaskState state = (TaskState) attempt.visit().state();
    TaskTokens tokens = attempt.run().world().tokens();
    boolean waits = state.waitsForToken() || state.activity();
    if (waits) {
      String token = tokens.create(attempt.run().identity().machineArn());
      attempt.token(token);
      attempt.onEnd(() -> tokens.close(token));
    }
    JsonNode arguments =
        attempt.evaluate(state.arguments(), "Arguments", attempt.visit().input().json());
    Payload payload = new Payload(arguments);
    if (payload.tooLarge()) {
      attempt.fail(StateError.tooLarge("The Arguments of the state '" + state.name() + "'"));
      return;
    }
    Duration timeout = seconds(attempt, state.timeoutSeconds(), "TimeoutSeconds");
    Duration heartbeat = seconds(attempt, state.heartbeatSeconds(), "HeartbeatSeconds");
    if (state.activity() && !attempt.run().world().activities().exists(state.resource())) {
      String missing = "The activity " + state.resource() + " does not exist.";
      attempt.fail(attempt.visit().located(StateError.runtime(missing)));
      return;
    }
    TaskEvents events = new TaskEvents(attempt, state);
    events.scheduled(payload, timeout, heartbeat);
    if (timeout != null) {
      attempt.after(
          timeout, () -> timedOut(attempt, events, new StateError(StateError.TIMEOUT, null)));
    }
    TaskOutcome outcome = new TaskOutcome(attempt, state, events);
    Heartbeat beat = new Heartbeat(attempt, heartbeat, events);
    if (waits) {
      tokens.open(attempt.token(), outcome.byToken(beat));
    }
    if (state.activity()) {
      schedule(attempt, state, payload, events, beat);
      return;
    }
    if (state.waitsForToken()) {
      beat.beat();
    }
    events.started();
    CompletionStage<JsonNode> stage = call(attempt, state, arguments, events);
    attempt.when(
        stage,
        state.waitsForToken() ? events::submitted : outcome::succeeded,
        error -> outcome.failed(failure(attempt, error)));
  }

  /** A worker is heard of from the moment on when it has the task. */
  private static void schedule(
      Attempt attempt, TaskState state, Payload input, TaskEvents events, Heartbeat beat) {
    ActivityTask task =
        new ActivityTask(
            attempt.token(),
            input.text(),
            worker ->
                attempt.later(
                    () -> {
                      events.fetched(worker);
                      beat.beat();
                    }));
    attempt.onEnd(task::withdraw);
    attempt.run().world().activities().schedule(state.resource(), task);
  }

  private static CompletionStage<JsonNode> call(
      Attempt attempt, TaskState state, JsonNode arguments, TaskEvents events) {
    TaskIntegration integration = attempt.run().world().integration(state.resource());
    if (integration == null) {
      return CompletableFuture.failedFuture(
          new TaskFailure(
              StateError.RUNTIME, "Nothing here runs the resource " + state.resource() + "."));
    }
    try {
      return integration.run(
          new TaskRequest(
              state.resource(),
              arguments,
              attempt.run().identity().arn(),
              attempt.run().identity().roleArn(),
              state.name(),
              attempt.token(),
              attempt.cancel(),
              answer -> attempt.later(() -> events.submitted(answer))));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static StateError failure(Attempt attempt, Throwable error) {
    return error instanceof TaskFailure failure
        ? new StateError(failure.error(), failure.cause())
        : Defect.of(
            StateError.TASK_FAILED,
            attempt.run().identity().arn(),
            "What runs the task failed unexpectedly",
            error);
  }

  private static Duration seconds(Attempt attempt, Template template, String field) {
    if (template == null) {
      return null;
    }
    JsonNode value = attempt.evaluate(template, field, Json.object());
    return Duration.ofSeconds(Numbers.whole(value, field, 1, 99_999_999));
  }

  static void timedOut(Attempt attempt, TaskEvents events, StateError timeout) {
    events.timedOut(timeout);
    attempt.giveUp(timeout);
  }
}
