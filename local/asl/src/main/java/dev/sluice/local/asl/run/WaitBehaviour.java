package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.definition.WaitState;
import dev.sluice.local.asl.jsonata.QueryError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Wait. */
final class WaitBehaviour implements Behaviour {
  @Override
  public void run(Attempt attempt) {
    WaitState state = (WaitState) attempt.visit().state();
    Duration delay = state.seconds() != null ? seconds(attempt, state) : until(attempt, state);
    if (delay.isZero() || delay.isNegative()) {
      attempt.pass(state.exit());
    } else {
      attempt.after(delay, () -> attempt.pass(state.exit()));
    }
  }

  private static Duration seconds(Attempt attempt, WaitState state) {
    JsonNode value = attempt.evaluate(state.seconds(), "Seconds", null);
    return Duration.ofSeconds(Numbers.whole(value, "Seconds", 0, 99_999_999));
  }

  private static Duration until(Attempt attempt, WaitState state) {
    JsonNode value = attempt.evaluate(state.timestamp(), "Timestamp", null);
    try {
      Instant time = OffsetDateTime.parse(value.asText()).toInstant();
      return Duration.between(attempt.run().world().clock().instant(), time);
    } catch (DateTimeException e) {
      throw new QueryError(
          "Timestamp",
          "The field 'Timestamp' must be a time like 2030-01-31T23:59:00Z, found " + value + ".");
    }
  }
}
