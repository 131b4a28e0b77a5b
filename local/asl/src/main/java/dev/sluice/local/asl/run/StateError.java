package dev.sluice.local.asl.run;

import dev.sluice.local.asl.jsonata.QueryError;

/**
 * Why a state failed.
 *
 * @param error the name that Retry and Catch match; may be null in a Fail state
 * @param cause for people; may be null
 * @param heartbeatMissed true for the States.Timeout of a task that was not heard of for too long,
 *     which a clause may also call States.HeartbeatTimeout
 */
public record StateError(String error, String cause, boolean heartbeatMissed) {
  public static final String TIMEOUT = "States.Timeout";
  public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
  public static final String DATA_LIMIT = "States.DataLimitExceeded";
  public static final String RUNTIME = "States.Runtime";
  public static final String QUERY = "States.QueryEvaluationError";
  public static final String TASK_FAILED = "States.TaskFailed";
  public static final String ALL = "States.ALL";

  public StateError(String error, String cause) {
    this(error, cause, false);
  }

  /**
   * AWS reports a missed heartbeat as a timeout.
   *
   * @see <a
   *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/timeouts/test_heartbeats.snapshot.json">A
   *     history recorded on AWS</a>
   */
  static StateError missedHeartbeat() {
    return new StateError(TIMEOUT, null, true);
  }

  public static StateError query(QueryError e) {
    return new StateError(QUERY, e.getMessage());
  }

  public static StateError tooLarge(String what) {
    return new StateError(
        DATA_LIMIT,
        what + " has a size exceeding the maximum number of bytes service limit (262144).");
  }

  public static StateError runtime(String cause) {
    return new StateError(RUNTIME, cause);
  }
}
