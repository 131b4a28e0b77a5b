package dev.sluice.lambda.notify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in which state an event happened. Events descend from the entry of a state; what a redrive
 * does descends from the redrive, since the state is not entered again: there a task is known by
 * what it was asked to do, and a map run by its ARN.
 */
final class Origins {
  private final Function<PastEvent, List<PastEvent>> since;
  private final TaskCalls tasks = new TaskCalls();
  private final Map<String, String> mapRuns = new HashMap<>();

  /**
   * Reads what states did before a redrive.
   *
   * @param since gives an event and those before it, nearest first, until a state's entry or a
   *     redrive
   */
  Origins(List<PastEvent> events, Function<PastEvent, List<PastEvent>> since) {
    this.since = since;
    for (PastEvent event : events) {
      if (event.task() != null || event.mapRunArn() != null) {
        entry(since.apply(event)).ifPresent(state -> remember(event, state));
      }
    }
  }

  private void remember(PastEvent event, String state) {
    if (event.task() != null) {
      tasks.remember(event, state);
    } else {
      mapRuns.put(event.mapRunArn(), state);
    }
  }

  Optional<String> stateOf(PastEvent event) {
    if (event.state() != null) {
      return Optional.of(event.state());
    }
    List<PastEvent> before = since.apply(event);
    return entry(before)
        .or(() -> before.stream().map(this::recognized).flatMap(Optional::stream).findFirst());
  }

  private static Optional<String> entry(List<PastEvent> before) {
    return before.stream().filter(PastEvent::entered).map(PastEvent::state).findFirst();
  }

  private Optional<String> recognized(PastEvent event) {
    if (event.task() != null) {
      return tasks.stateOf(event);
    }
    return event.mapRunArn() == null
        ? Optional.empty()
        : Optional.ofNullable(mapRuns.get(event.mapRunArn()))
            .or(() -> Optional.of(label(event.mapRunArn())));
  }

  /** {@code …:mapRun:machine/label:id}; a map that a redrive starts anew is known by its label. */
  private static String label(String mapRunArn) {
    return mapRunArn.replaceFirst("^.*/", "").replaceFirst(":.*$", "");
  }
}
