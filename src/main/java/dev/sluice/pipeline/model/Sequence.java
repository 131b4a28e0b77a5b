package dev.sluice.pipeline.model;

import dev.sluice.pipeline.asl.States;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parts after each other. */
record Sequence(List<Part> parts) implements Part {
  Sequence {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a pipeline or branch needs at least one step");
    }
  }

  @Override
  public Stream<Step> steps() {
    return parts.stream().flatMap(Part::steps);
  }

  @Override
  public Stream<Parallel> parallels() {
    return parts.stream().flatMap(Part::parallels);
  }

  @Override
  public Set<String> link(StepGraph graph, Set<String> before) {
    Set<String> ends = before;
    for (Part part : parts) {
      ends = part.link(graph, ends);
    }
    return ends;
  }

  @Override
  public List<String> lines() {
    List<String> lines = parts.get(0).lines();
    for (Part part : parts.subList(1, parts.size())) {
      lines = TextDrawing.beside(lines, part.lines());
    }
    return lines;
  }

  @Override
  public String start(Drawing drawing) {
    return parts.get(0).start(drawing);
  }

  @Override
  public States draw(Drawing drawing, String next) {
    States states = new States();
    for (int i = 0; i < parts.size(); i++) {
      String after = i + 1 < parts.size() ? parts.get(i + 1).start(drawing) : next;
      states.addAll(parts.get(i).draw(drawing, after));
    }
    return states;
  }
}
