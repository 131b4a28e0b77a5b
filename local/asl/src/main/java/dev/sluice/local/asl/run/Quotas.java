package dev.sluice.local.asl.run;

import java.time.Duration;

/**
 * AWS's limits in time.
 *
 * @param throttled whether API calls and starts of a map's children are throttled as on AWS
 * @param express how long an EXPRESS execution may take
 * @param activityPoll how long GetActivityTask waits for a task
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">AWS,
 *     Service quotas</a>
 */
public record Quotas(boolean throttled, Duration express, Duration activityPoll) {
  /** Throttles nothing, since that only slows a laptop down. */
  public static final Quotas UNTHROTTLED =
      new Quotas(false, Duration.ofMinutes(5), Duration.ofSeconds(60));

  /** As on AWS. */
  public static final Quotas AWS =
      new Quotas(true, UNTHROTTLED.express(), UNTHROTTLED.activityPoll());
}
