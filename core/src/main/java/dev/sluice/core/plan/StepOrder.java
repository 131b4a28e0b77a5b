package dev.sluice.core.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pipeline's steps in their order, and which come right after which. Immutable. */
public final class StepOrder {
  private final Map<String, List<String>> after;

  /**
   * Keeps the order.
   *
   * @param after each step's name with the steps that it directly follows; a step stands after
   *     those that it waits for
   */
  public StepOrder(Map<String, List<String>> after) {
    this.after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** All names, in order. */
  public Set<String> names() {
    return after.keySet();
  }

  /** The step to which a state belongs; empty for states of the pipeline itself. */
  public Optional<String> stepOf(String state) {
    return Optional.of(StateName.stepOf(state)).filter(after::containsKey);
  }

  /** A step and all that come after it, however far. */
  public Set<String> from(String step) {
    Set<String> found = new LinkedHashSet<>(List.of(step));
    // Steps stand after those that they wait for, so that one pass finds all.
    after.forEach(
        (name, before) -> {
          if (before.stream().anyMatch(found::contains)) {
            found.add(name);
          }
        });
    return found;
  }
}
