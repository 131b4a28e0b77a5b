package dev.sluice.lambda.wait;

/** Answers to tasks that wait for one. Thread-safe. */
public interface TaskTokens {

  /**
   * Ends the waiting task with success.
   *
   * @param outputJson the task's result
   * @return false where no task waits under that token any more
   */
  boolean succeed(String token, String outputJson);
}
