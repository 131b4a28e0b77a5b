package dev.sluice.core.validate;

import java.util.Optional;

/** Ranges that may be open at either end. */
final class Ranges {
  private Ranges() {}

  static <T extends Comparable<? super T>> boolean contain(
      Optional<T> min, Optional<T> max, T value) {
    return (min.isEmpty() || value.compareTo(min.get()) >= 0)
        && (max.isEmpty() || value.compareTo(max.get()) <= 0);
  }

  static <T> String text(Optional<T> min, Optional<T> max) {
    if (min.isEmpty()) {
      return max.get() + " or less";
    }
    return max.isEmpty() ? min.get() + " or more" : min.get() + " to " + max.get();
  }
}
