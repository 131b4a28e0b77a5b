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
  }

  /** The event that says why: a task's or map run's failure, else the execution's end. */
  Optional<PastEvent> failure() {
    Optional<PastEvent> end = newestFirst.stream().filter(PastEvent::ended).findFirst();
    if (end.isPresent() && !end.get().type().equals("ExecutionFailed")) {
      return end;
    }
    // A failure that was caught or retried is older than the last one, or its state has been left.
    return newestFirst.stream()
        .filter(PastEvent::failed)
        .filter(event -> end.isEmpty() || same(event, end.get()))
        .findFirst()
        .or(() -> end);
  }

  /**
   * The state in which an event happened; after a redrive, which does not enter a failed state
   * again, it may be one around it.
   */
  Optional<String> state(PastEvent event) {
    PastEvent at = event;
    while (at != null && !at.entered()) {
      at = byId.get(at.previous());
    }
    return Optional.ofNullable(at).map(PastEvent::state).or(() -> open.stream().findFirst());
  }

  /** What happened between a state's entry and an event, nearest first. */
  List<PastEvent> since(PastEvent event) {
    List<PastEvent> since = new ArrayList<>();
    for (PastEvent at = event; at != null && !at.entered(); at = byId.get(at.previous())) {
      since.add(at);
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
