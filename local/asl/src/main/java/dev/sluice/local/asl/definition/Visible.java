package dev.sluice.local.asl.definition;

import java.util.Set;

/**
 * The fields that {@code $states} has in a place of the document.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS,
 *     Passing data between states with variables</a>
 */
final class Visible {
  /** Before a state has done its work, and in states that do none. */
  static final Set<String> INPUT = Set.of("input", "context");

  /** In Output and Assign of Task, Parallel and Map. */
  static final Set<String> RESULT = Set.of("input", "context", "result");

  /** In Output and Assign of a Catch. */
  static final Set<String> ERROR = Set.of("input", "context", "errorOutput");

  private Visible() {}
}
