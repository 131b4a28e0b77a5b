package dev.sluice.local.asl.integration;

import java.util.Set;

/**
 * The arguments of one kind of Task, by which state machines are checked when they are created.
 *
 * @param known all names that AWS takes
 * @param required those among them without which AWS refuses the Task
 */
public record TaskArguments(Set<String> known, Set<String> required) {
  public TaskArguments {
    known = Set.copyOf(known);
    required = Set.copyOf(required);
  }
}
