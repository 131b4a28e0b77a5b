package dev.sluice.pipeline.asl;

import dev.sluice.core.function.ErrorName;
import java.util.List;
import java.util.Map;

/**
 * A retrier: what is retried, how often, and how the pauses grow, always with full jitter so that
 * children of a map that were refused together do not come back together.
 *
 * @param errors names of errors
 * @param intervalSeconds the first pause, at most
 * @param maxAttempts retries, not counting the first try
 * @param backoffRate factor from pause to pause
 * @param maxDelaySeconds what no pause exceeds
 */
public record Retry(
    List<String> errors,
    int intervalSeconds,
    int maxAttempts,
    double backoffRate,
    int maxDelaySeconds) {

  /**
   * Lambda errors that say nothing about our code or data.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html">Handle
   *     transient Lambda service exceptions</a>
   */
  public static final Retry LAMBDA =
      new Retry(
          List.of(
              "Lambda.ClientExecutionTimeoutException",
              "Lambda.ServiceException",
              "Lambda.AWSLambdaException",
              "Lambda.SdkClientException",
              "Lambda.TooManyRequestsException",
              "Lambda.SnapStartNotReadyException"),
          2,
          6,
          2,
          60);

  /** Glue errors that pass by themselves. */
  public static final Retry GLUE =
      new Retry(
          List.of(
              "Glue.ThrottlingException",
              "Glue.InternalServiceException",
              "Glue.OperationTimeoutException",
              "Glue.SdkClientException"),
          5,
          6,
          2,
          120);

  /**
   * Waits for a job that runs as often as it may, or an account with as many runs as it may have.
   * Reaches its cap of five minutes at the fifth.
   *
   * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_StartJobRun.html">StartJobRun
   *     </a>
   */
  public static Retry concurrentRuns(int maxAttempts) {
    return new Retry(
        List.of(ErrorName.CONCURRENT_RUNS_EXCEEDED, ErrorName.GLUE_RUNS_EXCEEDED),
        20,
        maxAttempts,
        2,
        300);
  }

  Map<String, Object> fields() {
    return Json.object(
        "ErrorEquals", errors,
        "IntervalSeconds", intervalSeconds,
        "MaxAttempts", maxAttempts,
        "BackoffRate", backoffRate,
        "MaxDelaySeconds", maxDelaySeconds,
        "JitterStrategy", "FULL");
  }
}
