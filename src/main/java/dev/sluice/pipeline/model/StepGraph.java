package dev.sluice.pipeline.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which step comes right after which. */
public final class StepGraph {
  private final Map<String, Set<String>> before = new LinkedHashMap<>();

  StepGraph(Part whole) {
    whole.link(this, Set.of());
  }

  void add(String step, Set<String> directlyAfter) {
    if (before.putIfAbsent(step, new LinkedHashSet<>(directlyAfter)) != null) {
      throw new IllegalArgumentException("two steps are called \"" + step + "\"");
    }
  }

  /** All steps, in the order in which they are written. */
  public List<String> steps() {
    return List.copyOf(before.keySet());
  }

  /** The steps that must have ended right before the given one starts. */
  public List<String> before(String step) {
    return List.copyOf(before.get(step));
  }

  /** The step itself and every step after it, in order. */
  public List<String> from(String step) {
    Set<String> found = new LinkedHashSet<>(Set.of(step));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      String current = open.pop();
      before.forEach(
          (name, predecessors) -> {
            if (predecessors.contains(current) && found.add(name)) {
              open.push(name);
            }
          });
    }
    List<String> ordered = new ArrayList<>(before.keySet());
    ordered.retainAll(found);
    return ordered;
  }
}
