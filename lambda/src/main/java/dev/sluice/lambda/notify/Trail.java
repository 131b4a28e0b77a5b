package dev.sluice.lambda.notify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a history says of the end: the event that failed, the states around it, which states are
 * done and which are not.
 */
final class Trail {
  private final List<PastEvent> newestFirst;
  private final Map<Long, PastEvent> byId = new LinkedHashMap<>();
  private final Origins origins;
  private final Set<String> exited = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();

  Trail(List<PastEvent> newestFirst) {
    this.newestFirst = newestFirst;
    for (PastEvent event : newestFirst) {
      byId.put(event.id(), event);
      if (event.exited()) {
        exited.add(event.state());
      } else if (event.entered() && !exited.contains(event.state())) {
        open.add(event.state());
      }
    }
    this.origins = new Origins(newestFirst, this::since);
  }

  /** The event that says why: a task's or map run's failure, else the execution's end. */
  Optional<PastEvent> failure() {
    Optional<PastEvent> end = newestFirst.stream().filter(PastEvent::ended).findFirst();
    if (end.isPresent() && !end.get().type().equals("ExecutionFailed")) {
      return end;
    }
    // A failure that was caught or retried is older than the last one, or its state has been left.
    return newestFirst.stream()
        .takeWhile(event -> !event.redriven())
        .filter(PastEvent::failed)
        .filter(event -> end.isEmpty() || same(event, end.get()))
        .findFirst()
        .or(() -> end);
  }

  /** The state in which an event happened; empty where that cannot be told. */
  Optional<String> state(PastEvent event) {
    return origins.stateOf(event);
  }

  /**
   * What happened between an event and its state's entry, or the redrive that went on in the state,
   * nearest first: both ends included but for the redrive.
   */
  List<PastEvent> since(PastEvent event) {
    List<PastEvent> since = new ArrayList<>();
    for (PastEvent at = event; at != null && !at.redriven(); at = byId.get(at.previous())) {
      since.add(at);
      if (at.entered()) {
        break;
      }
    }
    return since;
  }

  /** States entered and never exited, the last entered first. */
  Set<String> open() {
    return open;
  }

  /** States that were exited. */
  Set<String> exited() {
    return exited;
  }

  private static boolean same(PastEvent failure, PastEvent end) {
    return end.error() == null || end.error().equals(failure.error());
  }
}
