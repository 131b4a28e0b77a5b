package dev.sluice.core.contract;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong in one file. */
final class Findings {
  private final String file;
  private final List<Finding> all = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void add(Node node, String path, String found, String expected, String remedy) {
    add(node.getStartMark().map(Mark::getLine).orElse(0) + 1, path, found, expected, remedy);
  }

  void add(int line, String path, String found, String expected, String remedy) {
    all.add(new Finding(file, line, path, found, expected, remedy));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Finding> all() {
    return all;
  }
}
