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

  /** What can be used by itself: each pattern, or all together where they are an exception. */
  List<String> parts() {
    return except ? List.of(toString()) : patterns.stream().map(T::toString).toList();
  }

  /** Those parts by which it holds; none where it does not. */
  List<String> parts(Predicate<T> matches) {
    if (except) {
      return holds(matches) ? parts() : List.of();
    }
    return patterns.stream().filter(matches).map(T::toString).toList();
  }

  @Override
  public String toString() {
    String all = String.join(", ", patterns.stream().map(T::toString).toList());
    return except ? "all but " + all : all;
  }
}
