package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.List;

/**
 * Runs its branches at the same time.
 *
 * @param arguments every branch's input, or null for the state's input
 */
public record ParallelState(
    String name, Exit exit, ErrorHandling errors, Template arguments, List<Block> branches)
    implements State {
  public ParallelState {
    branches = List.copyOf(branches);
  }

  @Override
  public String type() {
    return "Parallel";
  }
}
