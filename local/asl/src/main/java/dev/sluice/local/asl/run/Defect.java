package dev.sluice.local.asl.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors of the engine or of what runs its tasks, for which neither the definition nor the data is
 * to blame. Logged with their stack trace, since a cause in an execution's history has room for a
 * sentence only.
 */
public final class Defect {
  private static final Logger LOG = LoggerFactory.getLogger(Defect.class);

  private Defect() {}

  /**
   * Logs the error.
   *
   * @param where the ARN of the execution or map run
   * @param what happened, as a sentence without its end
   * @return {@code States.Runtime}, which no {@code States.ALL} catches
   */
  public static StateError of(String where, String what, Throwable error) {
    return of(StateError.RUNTIME, where, what, error);
  }

  /** As {@link #of(String, String, Throwable)}, with another error name. */
  public static StateError of(String name, String where, String what, Throwable error) {
    LOG.error("{} in {}", what, where, error);
    return new StateError(name, what + ": " + error);
  }
}
