package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.integration.TaskArguments;
import java.util.Optional;

/** What Tasks can be. */
@FunctionalInterface
public interface Resources {
  /** True for a Task's Resource that can be run. */
  boolean known(String resource);

  /** The arguments that a Resource takes; empty where any are fine. */
  default Optional<TaskArguments> arguments(String resource) {
    return Optional.empty();
  }
}
