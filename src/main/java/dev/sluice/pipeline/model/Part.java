package dev.sluice.pipeline.model;

import dev.sluice.pipeline.asl.States;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A part of a pipeline: a step, steps after each other, or parts beside each other. */
public sealed interface Part permits Step, Sequence, Parallel {

  /** Parts after each other. */
  static Part sequence(List<Part> parts) {
    return new Sequence(parts);
  }

  /** Parts beside each other. */
  static Part parallel(List<Part> branches) {
    return new Parallel(branches);
  }

  /** All steps in it, in the order in which they are written. */
  Stream<Step> steps();

  /** All parallels in it, outer before inner. */
  Stream<Parallel> parallels();

  /**
   * Enters its steps into the graph.
   *
   * @param before the steps that must have ended before this part starts
   * @return the steps that must have ended before what comes after it starts
   */
  Set<String> link(StepGraph graph, Set<String> before);

  /** A drawing of it for people: lines of the same length, the one where it starts first. */
  List<String> lines();

  /** The name of the state in which it starts. */
  String start(Drawing drawing);

  /** Its states, the last of which lead to {@code next}, or end where that is null. */
  States draw(Drawing drawing, String next);
}
