package dev.sluice.lambda.notify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out from its history why an execution ended without success. */
final class FailureFinder {
  static final int MOST_ITEMS = 20;

  private final Executions executions;
  private final StepList steps;

  FailureFinder(Executions executions, StepList steps) {
    this.executions = executions;
    this.steps = steps;
  }

  Failure find(StatusChange change) {
    Trail trail = new Trail(executions.history(change.executionArn()));
    RestOfRun rest = new RestOfRun(steps, trail, change.input());
    Optional<PastEvent> event = trail.failure();
    Reason reason = reason(change, event);
    String step = event.map(at -> step(trail, at)).orElse("the start");
    Optional<String> mapRun =
        event.stream()
            .flatMap(at -> trail.since(at).stream())
            .map(PastEvent::mapRunArn)
            .filter(Objects::nonNull)
            .findFirst();
    return new Failure(
        change,
        step,
        reason,
        mapRun.flatMap(arn -> executions.failedItems(arn, MOST_ITEMS)),
        logs(trail, event, reason),
        rest);
  }

  private String step(Trail trail, PastEvent event) {
    Optional<String> state = trail.state(event);
    Optional<String> step = state.flatMap(steps::stepOf);
    if (step.isPresent()) {
      return step.get();
    }
    Set<String> open = new LinkedHashSet<>();
    trail.open().forEach(name -> steps.stepOf(name).ifPresent(open::add));
    // Jobs bear the names of their steps.
    Optional<String> named =
        trail.since(event).stream()
            .map(PastEvent::log)
            .filter(Objects::nonNull)
            .flatMap(log -> open.stream().filter(name -> log.endsWith("-" + name)))
            .findFirst();
    if (named.isPresent() || open.isEmpty()) {
      return named.or(() -> state).orElse("the start");
    }
    return String.join(" or ", open);
  }

  private static Reason reason(StatusChange change, Optional<PastEvent> event) {
    String error = event.map(PastEvent::error).orElse(null);
    String cause = event.map(PastEvent::cause).orElse(null);
    boolean untold = error == null && cause == null;
    if (change.status().equals("ABORTED") && untold) {
      return new Reason("stopped", "someone stopped it, without saying why", Optional.empty());
    } else if (change.status().equals("TIMED_OUT") && untold) {
      return new Reason("States.Timeout", "the whole execution ran out of time", Optional.empty());
    }
    return Reason.of(error, cause);
  }

  private static List<String> logs(Trail trail, Optional<PastEvent> event, Reason reason) {
    List<String> logs = new ArrayList<>();
    event.stream()
        .flatMap(at -> trail.since(at).stream())
        .map(PastEvent::log)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(log -> logs.add(log + reason.jobRun().map(id -> ", run " + id).orElse("")));
    return logs;
  }
}
