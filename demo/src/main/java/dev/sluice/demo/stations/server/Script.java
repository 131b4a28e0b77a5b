package dev.sluice.demo.stations.server;

import dev.sluice.demo.http.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The faults that are still to come, in order. Thread-safe. */
final class Script {
  private final Deque<Answer> next = new ArrayDeque<>();
  private Answer always;

  synchronized void next(int times, Answer fault) {
    for (int i = 0; i < times; i++) {
      next.add(fault);
    }
  }

  synchronized void always(Answer fault) {
    always = fault;
  }

  synchronized void clear() {
    next.clear();
    always = null;
  }

  /** The fault of the next request; empty where it is to be answered rightly. */
  synchronized Optional<Answer> take() {
    return Optional.ofNullable(next.isEmpty() ? always : next.remove());
  }
}
