package dev.sluice.lambda.notify;

import dev.sluice.core.plan.RunInput;
import dev.sluice.core.trail.RestOfRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a mail says of a failed execution.
 *
 * @param step the failed step, or the state where it is none
 * @param advice of that step: what to do about errors, by their names
 * @param items of a map that failed, where they are known
 * @param logs where to look, as a person writes it
 */
record Failure(
    StatusChange change,
    String step,
    Map<String, String> advice,
    Reason reason,
    Optional<Executions.FailedItems> items,
    List<String> logs,
    RestOfRun rest) {

  /** What failed first of all: the items' error where a map failed because all had the same. */
  Reason root() {
    if (items.isEmpty() || items.get().first().isEmpty()) {
      return reason;
    }
    List<Reason> reasons =
        items.get().first().stream().map(item -> Reason.of(item.error(), item.cause())).toList();
    Reason first = reasons.get(0);
    return reasons.stream().allMatch(one -> one.error().equals(first.error())) ? first : reason;
  }

  /** One sentence of what happened. */
  String sentence() {
    return items
        .map(some -> some.failed() + " of " + some.total() + " items failed. " + root().sentence())
        .orElseGet(reason::sentence);
  }

  /** A refused input fails the same way at each redrive. */
  boolean redrivable() {
    return !reason.error().equals(RunInput.REFUSED);
  }
}
