package dev.sluice.lambda.wait;

import java.time.Instant;
import java.util.List;

/** The executions that wait for a file of a dataset. Reads are strongly consistent. Thread-safe. */
public interface Waiters {

  /** Stores a wait; a redriven execution's new token replaces its old one. */
  void add(Waiter waiter, Instant expiresAt);

  /** Those that wait for the dataset. */
  List<Waiter> of(String dataset);

  /** Forgets a wait, unless its execution has stored another token since. */
  void remove(Waiter waiter);

  /**
   * One wait.
   *
   * @param dataset that it waits for
   * @param execution ARN of the execution
   * @param token of the task
   */
  record Waiter(String dataset, String execution, String token) {}
}
