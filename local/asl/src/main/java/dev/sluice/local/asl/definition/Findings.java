package dev.sluice.local.asl.definition;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a document is read. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** Something that breaks the document's schema. */
  void add(String path, String problem) {
    add(Finding.SCHEMA, path, problem);
  }

  void add(String code, String path, String problem) {
    all.add(new Finding(code, path, problem));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
