package dev.sluice.local.asl.run;

import java.util.List;

/**
 * Which errors a Retry or Catch clause speaks of.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">AWS,
 *     Handling errors</a>
 */
final class ErrorNames {
  private ErrorNames() {}

  static boolean match(List<String> clause, StateError error) {
    String name = error.error() == null ? "" : error.error();
    // A runtime error always ends the execution, whatever a clause says.
    return !StateError.RUNTIME.equals(name)
        && clause.stream()
            .anyMatch(
                each ->
                    matches(each, name)
                        || (error.heartbeatMissed() && StateError.HEARTBEAT_TIMEOUT.equals(each)));
  }

  private static boolean matches(String name, String error) {
    boolean terminal = StateError.DATA_LIMIT.equals(error);
    boolean timeout =
        StateError.TIMEOUT.equals(error) || StateError.HEARTBEAT_TIMEOUT.equals(error);
    return switch (name) {
      case StateError.ALL -> !terminal;
      case StateError.TASK_FAILED -> !terminal && !timeout;
      case StateError.TIMEOUT -> timeout;
      default -> name.equals(error);
    };
  }
}
