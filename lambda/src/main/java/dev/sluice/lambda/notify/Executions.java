package dev.sluice.lambda.notify;

import dev.sluice.core.trail.Event;
import java.util.List;
import java.util.Optional;

/** What happened in executions and map runs. Thread-safe. */
public interface Executions {

  /** The whole history, newest first. */
  List<Event> history(String executionArn);

  /** The items of a map run that failed; empty where they cannot be listed one by one. */
  Optional<FailedItems> failedItems(String mapRunArn, int most);

  /**
   * Failed items of a map run.
   *
   * @param failed how many
   * @param total of how many
   * @param first the first of them
   */
  record FailedItems(long failed, long total, List<FailedItem> first) {}

  /**
   * A failed item.
   *
   * @param input of the child execution, JSON
   */
  record FailedItem(String input, String error, String cause) {}
}
