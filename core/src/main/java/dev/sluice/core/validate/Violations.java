package dev.sluice.core.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps the first violations and counts all of them. */
final class Violations {
  private final int limit;
  private final List<Violation> kept = new ArrayList<>();
  private final Map<ViolationKind, Long> counts = new EnumMap<>(ViolationKind.class);
  private boolean fileIsBad;

  Violations(int limit) {
    this.limit = limit;
  }

  /** True where a further one is only counted, so that its texts need not be made. */
  boolean full() {
    return kept.size() >= limit;
  }

  void add(Violation violation) {
    if (!full()) {
      kept.add(violation);
    }
    count(violation.kind());
  }

  void addOfFile(ViolationKind kind, long line, String found, String expected) {
    add(new Violation(line, 0, "", kind, found, expected));
  }

  void count(ViolationKind kind) {
    counts.merge(kind, 1L, Long::sum);
    fileIsBad |= kind.isOfFile();
  }

  boolean fileIsBad() {
    return fileIsBad;
  }

  List<Violation> kept() {
    return kept;
  }

  Map<ViolationKind, Long> counts() {
    return counts;
  }
}
