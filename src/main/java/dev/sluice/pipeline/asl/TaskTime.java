package dev.sluice.pipeline.asl;

import dev.sluice.config.ConfigurationException;
import java.util.List;
import java.util.Map;

/**
 * The longest time that a task may take.
 *
 * @param state its name
 * @param timeoutSeconds of one attempt
 * @param attempts that may use up that time; those that other errors cause end early
 * @param pauseSeconds of all its retries together
 */
record TaskTime(String state, int timeoutSeconds, int attempts, int pauseSeconds) {
  private static final List<String> OUT_OF_TIME =
      List.of("States.ALL", "States.TaskFailed", "States.Timeout", "Sandbox.Timedout");

  /**
   * Of a state in an EXPRESS child.
   *
   * @throws ConfigurationException where nothing bounds it, or such a child cannot run it at all
   */
  static TaskTime of(String name, Map<String, Object> state) {
    String resource = String.valueOf(state.get("Resource"));
    if (resource.endsWith(".sync") || resource.endsWith(".waitForTaskToken")) {
      throw new ConfigurationException(
          "the state %s waits by %s, which EXPRESS children cannot: make the children STANDARD"
              .formatted(name, resource));
    }
    if (!(state.get("TimeoutSeconds") instanceof Integer timeout)) {
      throw new ConfigurationException(
          "the state %s is in an EXPRESS child and has %s as TimeoutSeconds, expected a number of seconds"
              .formatted(name, state.get("TimeoutSeconds")));
    }
    int attempts = 1;
    double pauses = 0;
    for (Map<String, Object> retrier : Members.list(state, "Retry")) {
      int retries = (int) number(retrier, "MaxAttempts", 3);
      if (retrier.get("ErrorEquals") instanceof List<?> errors
          && errors.stream().anyMatch(OUT_OF_TIME::contains)) {
        attempts += retries;
      }
      pauses += pauses(retrier, retries);
    }
    return new TaskTime(name, timeout, attempts, (int) Math.ceil(pauses));
  }

  private static double pauses(Map<String, Object> retrier, int retries) {
    double pause = number(retrier, "IntervalSeconds", 1);
    double rate = number(retrier, "BackoffRate", 2);
    double most = number(retrier, "MaxDelaySeconds", Double.MAX_VALUE);
    double sum = 0;
    for (int i = 0; i < retries; i++) {
      sum += Math.min(pause, most);
      pause *= rate;
    }
    return sum;
  }

  /** The states language's own value where the retrier gives none. */
  private static double number(Map<String, Object> retrier, String name, double otherwise) {
    return retrier.get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  int seconds() {
    return timeoutSeconds * attempts + pauseSeconds;
  }

  @Override
  public String toString() {
    return "%s %d s (%d × its timeout of %d s and %d s between retries)"
        .formatted(state, seconds(), attempts, timeoutSeconds, pauseSeconds);
  }
}
