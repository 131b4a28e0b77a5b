package dev.sluice.local.iam.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * Patterns, or everything but them. Immutable.
 *
 * @param except as NotAction and NotResource have it
 */
record Selection<T>(boolean except, List<T> patterns) {
  Selection {
    patterns = List.copyOf(patterns);
  }

  boolean holds(Predicate<T> matches) {
    for (T pattern : patterns) {
      if (matches.test(pattern)) {
        return !except;
      }
    }
    return except;
  }
}
