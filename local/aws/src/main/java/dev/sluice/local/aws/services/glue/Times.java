package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.time.Clock;

/** Times as the JSON protocol writes them: seconds since the epoch, with milliseconds. */
final class Times {
  private Times() {}

  static DecimalNode now(Clock clock) {
    return of(clock.millis());
  }

  static DecimalNode of(long epochMillis) {
    return DecimalNode.valueOf(BigDecimal.valueOf(epochMillis, 3));
  }
}
