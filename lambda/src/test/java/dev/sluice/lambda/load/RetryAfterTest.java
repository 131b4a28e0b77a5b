package dev.sluice.lambda.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  @Test
  void shouldReadSecondsAndDates() {
    assertThat(parse("120")).hasValue(Duration.ofSeconds(120));
    assertThat(parse(" 0 ")).hasValue(Duration.ZERO);
    assertThat(parse("Sat, 31 Jan 2026 12:00:30 GMT")).hasValue(Duration.ofSeconds(30));
    assertThat(parse("Sat, 31 Jan 2026 11:00:00 GMT")).hasValue(Duration.ZERO);
  }

  @Test
  void shouldTakeEverythingElseForAbsent() {
    assertThat(parse(null)).isEmpty();
    assertThat(parse("-1")).isEmpty();
    assertThat(parse("soon")).isEmpty();
    assertThat(parse("1.5")).isEmpty();
    assertThat(parse("99999999999999999999")).isEmpty();
  }

  private static Optional<Duration> parse(String value) {
    return RetryAfter.parse(value, Instant.parse("2026-01-31T12:00:00Z"));
  }
}
