package dev.sluice.local.asl.definition;

import java.util.function.Predicate;

/**
 * A whole document.
 *
 * @param timeoutSeconds after which an execution is timed out, or 0 for never
 */
public record StateMachine(Block block, long timeoutSeconds) {
  /**
   * @param text the document
   * @param resources true for a Task's Resource that can be run
   * @throws InvalidDefinition with all findings
   */
  public static StateMachine parse(String text, Predicate<String> resources) {
    return new DocumentReader(resources).read(text);
  }
}
