package dev.sluice.lambda.notify;

import dev.sluice.core.function.ErrorName;
import dev.sluice.core.trail.Event;
import dev.sluice.core.trail.RestOfRun;
import dev.sluice.core.trail.Trail;
import dev.sluice.lambda.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out from its history why an execution ended without success. */
final class FailureFinder {
  static final int MOST_ITEMS = 20;

  /** What failed where no state had been entered. */
  private static final String NO_STEP = "the start";

  private final Executions executions;
  private final Steps steps;

  FailureFinder(Executions executions, Steps steps) {
    this.executions = executions;
    this.steps = steps;
  }

  Failure find(StatusChange change) {
    Trail trail = new Trail(executions.history(change.executionArn()), steps.order());
    RestOfRun rest = new RestOfRun(steps.order(), trail, input(change));
    Optional<Event> event = trail.failure();
    Reason reason = reason(change, event);
    String step = event.map(at -> step(trail, at)).orElse(NO_STEP);
    Optional<String> mapRun =
        event.stream()
            .flatMap(at -> trail.since(at).stream())
            .map(Event::mapRunArn)
            .filter(Objects::nonNull)
            .findFirst();
    return new Failure(
        change,
        step,
        steps.adviceOf(step),
        reason,
        mapRun.flatMap(arn -> executions.failedItems(arn, MOST_ITEMS)),
        logs(trail, event, reason),
        rest);
  }

  private String step(Trail trail, Event event) {
    Optional<String> state = trail.state(event);
    Optional<String> step = state.flatMap(steps.order()::stepOf);
    if (step.isPresent()) {
      return step.get();
    }
    Set<String> open = trail.openSteps();
    return open.isEmpty() ? state.orElse(NO_STEP) : String.join(" or ", open);
  }

  /** An input that is no object selects nothing: then the rest is all that is not done. */
  private static Map<?, ?> input(StatusChange change) {
    return Json.plain(Json.parse(change.input())) instanceof Map<?, ?> input ? input : Map.of();
  }

  private static Reason reason(StatusChange change, Optional<Event> event) {
    String error = event.map(Event::error).orElse(null);
    String cause = event.map(Event::cause).orElse(null);
    boolean untold = error == null && cause == null;
    if (change.status().equals("ABORTED") && untold) {
      return new Reason("stopped", "someone stopped it, without saying why", Optional.empty());
    } else if (change.status().equals("TIMED_OUT") && untold) {
      return new Reason(ErrorName.TIMEOUT, "the whole execution ran out of time", Optional.empty());
    }
    return Reason.of(error, cause);
  }

  private static List<String> logs(Trail trail, Optional<Event> event, Reason reason) {
    List<String> logs = new ArrayList<>();
    event.stream()
        .flatMap(at -> trail.since(at).stream())
        .map(Event::task)
        .filter(Objects::nonNull)
        .flatMap(task -> Logs.of(task).stream())
        .findFirst()
        .ifPresent(log -> logs.add(log + reason.jobRun().map(id -> ", run " + id).orElse("")));
    return logs;
  }
}
