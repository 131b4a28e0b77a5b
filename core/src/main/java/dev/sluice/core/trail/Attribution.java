package dev.sluice.core.trail;

import dev.sluice.core.plan.StepOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in which state an event happened, as a history is told. Events descend from the entry of a
 * state. What a redrive does descends from the redrive where the state is not entered again: there
 * a task is known by the step that its job is named after, or by what it was asked to do before; a
 * map run by its ARN or its label. Not thread-safe.
 */
public final class Attribution {
  private final StepOrder steps;
  private final TaskCalls calls = new TaskCalls();
  private final Map<Long, String> states = new HashMap<>();
  private final Map<String, String> mapRuns = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  /** Begins with the first event of an execution of that pipeline. */
  public Attribution(StepOrder steps) {
    this.steps = steps;
  }

  /** Takes the next event, oldest first; gives the state in which it happened, where it tells. */
  public Optional<String> take(Event event) {
    Optional<String> state = event.redriven() ? Optional.empty() : find(event);
    state.ifPresent(name -> remember(event, name));
    return state;
  }

  /** As {@link #take}, by the step. */
  public Optional<String> takeStep(Event event) {
    return take(event).flatMap(steps::stepOf);
  }

  /** The state in which an event happened that was taken; empty where that cannot be told. */
  Optional<String> stateOf(Event event) {
    return Optional.ofNullable(states.get(event.id()));
  }

  private Optional<String> find(Event event) {
    return Optional.ofNullable(event.state())
        .or(() -> Optional.ofNullable(states.get(event.previous())))
        .or(() -> recognize(event));
  }

  private Optional<String> recognize(Event event) {
    if (event.task() != null) {
      return namesake(event.task()).or(() -> calls.stateOf(event.task())).or(this::onlyOpen);
    }
    return event.mapRunLabel().map(label -> mapRuns.getOrDefault(event.mapRunArn(), label));
  }

  /** Jobs bear the names of their steps: {@code machine-step}. */
  private Optional<String> namesake(TaskCall call) {
    return call.target()
        .flatMap(
            target ->
                openSteps().stream()
                    .filter(state -> target.endsWith("-" + stepOf(state)))
                    .findFirst());
  }

  private Optional<String> onlyOpen() {
    List<String> found = openSteps();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** States of steps that were entered and not exited, the last entered last. */
  List<String> openSteps() {
    return open.stream().filter(state -> steps.stepOf(state).isPresent()).toList();
  }

  private String stepOf(String state) {
    return steps.stepOf(state).orElseThrow();
  }

  private void remember(Event event, String state) {
    states.put(event.id(), state);
    if (event.entered()) {
      open.remove(state);
      open.add(state);
    } else if (event.exited()) {
      open.remove(state);
    }
    if (event.task() != null) {
      calls.remember(event.task(), state);
    }
    if (event.mapRunArn() != null) {
      mapRuns.put(event.mapRunArn(), state);
    }
  }
}
