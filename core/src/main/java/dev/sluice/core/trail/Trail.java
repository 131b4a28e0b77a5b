package dev.sluice.core.trail;

import dev.sluice.core.plan.StepOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a whole history says of the end: the event that failed, the states around it, which states
 * are done and which are not.
 */
public final class Trail {
  private final List<Event> newestFirst;
  private final StepOrder steps;
  private final Map<Long, Event> byId = new HashMap<>();
  private final Attribution attribution;
  private final Set<String> exited = new LinkedHashSet<>();

  /** Reads a history, newest event first. */
  public Trail(List<Event> newestFirst, StepOrder steps) {
    this.newestFirst = newestFirst;
    this.steps = steps;
    this.attribution = new Attribution(steps);
    ListIterator<Event> oldest = newestFirst.listIterator(newestFirst.size());
    while (oldest.hasPrevious()) {
      Event event = oldest.previous();
      byId.put(event.id(), event);
      attribution.take(event);
      if (event.exited()) {
        exited.add(event.state());
      }
    }
  }

  /** The event that says why: a task's or map run's failure, else the execution's end. */
  public Optional<Event> failure() {
    Optional<Event> end = newestFirst.stream().filter(Event::broke).findFirst();
    if (end.isPresent() && !end.get().type().equals("ExecutionFailed")) {
      return end;
    }
    // A failure that was caught or retried is older than the last one, or its state has been left.
    return newestFirst.stream()
        .takeWhile(event -> !event.redriven())
        .filter(Event::failed)
        .filter(event -> end.isEmpty() || same(event, end.get()))
        .findFirst()
        .or(() -> end);
  }

  /** The state in which an event happened; empty where that cannot be told. */
  public Optional<String> state(Event event) {
    return attribution.stateOf(event);
  }

  /**
   * What happened between an event and its state's entry, or the redrive that went on in the state,
   * nearest first: both ends included but for the redrive.
   */
  public List<Event> since(Event event) {
    List<Event> since = new ArrayList<>();
    for (Event at = event; at != null && !at.redriven(); at = byId.get(at.previous())) {
      since.add(at);
      if (at.entered()) {
        break;
      }
    }
    return since;
  }

  /** The steps of states that were entered and never exited, the last entered first. */
  public Set<String> openSteps() {
    List<String> states = attribution.openSteps();
    Set<String> found = new LinkedHashSet<>();
    for (int i = states.size() - 1; i >= 0; i--) {
      steps.stepOf(states.get(i)).ifPresent(found::add);
    }
    return found;
  }

  /** States that were exited. */
  Set<String> exited() {
    return exited;
  }

  private static boolean same(Event failure, Event end) {
    return end.error() == null || end.error().equals(failure.error());
  }
}
