package dev.sluice.local.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with a policy, so that all of it is reported together. */
final class Findings {
  private final List<String> all = new ArrayList<>();

  void add(String path, String problem) {
    all.add(path + ": " + problem);
  }

  /** What the supplier makes, or null with a finding where it refuses. */
  <T> T read(String path, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      add(path, e.getMessage());
      return null;
    }
  }

  /** Refuses the policy where something was found. */
  void check() {
    if (!all.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", all));
    }
  }
}
