package dev.sluice.core.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes a task by what it was asked to do. A redriven task is asked the same again but for a
 * few values that each try has of its own: a task token, the number of redrives.
 */
final class TaskCalls {
  private final List<Known> known = new ArrayList<>();

  private record Known(TaskCall call, Set<String> values, String state) {}

  /** Remembers the state in which a task was scheduled. */
  void remember(TaskCall call, String state) {
    known.add(new Known(call, call.values(), state));
  }

  /**
   * The state whose task had most values in common with that one, of several the latest; empty
   * where none had any.
   */
  Optional<String> stateOf(TaskCall call) {
    Set<String> values = call.values();
    String found = null;
    int most = 1;
    for (Known earlier : known) {
      if (earlier.call().isLike(call)) {
        Set<String> common = new HashSet<>(earlier.values());
        common.retainAll(values);
        if (common.size() >= most) {
          most = common.size();
          found = earlier.state();
        }
      }
    }
    return Optional.ofNullable(found);
  }
}
