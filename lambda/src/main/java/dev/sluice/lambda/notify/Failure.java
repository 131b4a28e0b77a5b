package dev.sluice.lambda.notify;

import java.util.List;
import java.util.Optional;

/**
 * All that a mail says of a failed execution.
 *
 * @param step the failed step, or the state where it is none
 * @param items of a map that failed, where they are known
 * @param logs where to look, as a person writes it
 */
record Failure(
    StatusChange change,
    String step,
    Reason reason,
    Optional<Executions.FailedItems> items,
    List<String> logs,
    RestOfRun rest) {

  /** A refused input fails the same way at each redrive. */
  boolean redrivable() {
    return !reason.error().equals("InvalidInput");
  }
}
