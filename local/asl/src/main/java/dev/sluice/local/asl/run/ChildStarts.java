package dev.sluice.local.asl.run;

import dev.sluice.local.asl.api.TokenBucket;
import java.time.Clock;
import java.time.Duration;

/**
 * How fast distributed maps may start children, all of them together: 100 STANDARD and 1,000
 * EXPRESS ones a second where quotas are AWS's. Safe for use by several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions">AWS,
 *     Quotas related to state machine executions</a>
 */
public final class ChildStarts {
  private static final double STANDARD = 100;
  private static final double EXPRESS = 1000;
  private final TokenBucket standard;
  private final TokenBucket express;

  public ChildStarts(Quotas quotas, Clock clock) {
    this.standard = quotas.throttled() ? new TokenBucket(clock, STANDARD, STANDARD) : null;
    this.express = quotas.throttled() ? new TokenBucket(clock, EXPRESS, EXPRESS) : null;
  }

  /** How long to wait before a child may start; null where it may at once, which is counted. */
  public Duration delay(boolean isExpress) {
    TokenBucket bucket = isExpress ? express : standard;
    return bucket == null || bucket.take() ? null : bucket.delay();
  }
}
