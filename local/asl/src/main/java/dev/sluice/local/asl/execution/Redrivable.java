package dev.sluice.local.asl.execution;

import dev.sluice.local.asl.history.History;
import dev.sluice.local.asl.run.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an execution may be redriven.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">AWS,
 *     Redriving executions</a>
 */
public final class Redrivable {
  private static final Duration PERIOD = Duration.ofDays(14);

  private Redrivable() {}

  /** Null where it may, else AWS's words for why not. */
  public static String obstacle(Summary summary, Instant now) {
    if (summary.status() == Status.RUNNING || summary.status() == Status.SUCCEEDED) {
      return "Execution is " + summary.status() + " and cannot be redriven";
    }
    // One event is needed for the redrive itself.
    if (summary.events() >= History.LIMIT - 1) {
      return "Execution history event limit exceeded";
    }
    if (summary.stopped() != null && summary.stopped().plus(PERIOD).isBefore(now)) {
      return "Execution redrivable period exceeded";
    }
    return null;
  }
}
