package dev.sluice.pipeline.model;

import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parts beside each other; what follows waits for all of them. */
record Parallel(List<Part> branches) implements Part {
  Parallel {
    branches = List.copyOf(branches);
    if (branches.size() < 2) {
      throw new IllegalArgumentException(
          "a parallel needs at least two branches, found " + branches.size());
    }
  }

  @Override
  public Stream<Step> steps() {
    return branches.stream().flatMap(Part::steps);
  }

  @Override
  public Stream<Parallel> parallels() {
    return Stream.concat(Stream.of(this), branches.stream().flatMap(Part::parallels));
  }

  @Override
  public Set<String> link(StepGraph graph, Set<String> before) {
    Set<String> ends = new LinkedHashSet<>();
    branches.forEach(branch -> ends.addAll(branch.link(graph, before)));
    return ends;
  }

  @Override
  public List<String> lines() {
    return TextDrawing.stacked(branches.stream().map(Part::lines).toList());
  }

  @Override
  public String start(Drawing drawing) {
    return drawing.nameOf(this);
  }

  @Override
  public States draw(Drawing drawing, String next) {
    List<States> drawn = branches.stream().map(branch -> branch.draw(drawing, null)).toList();
    // Each branch ends with what it was given and its own outcomes, so that merging loses nothing.
    return new States()
        .add(
            drawing.nameOf(this),
            State.parallel(drawn).output("$merge($states.result)").next(next));
  }
}
