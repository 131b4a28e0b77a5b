package dev.sluice.local.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  /** A Friday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 20, 10, 15, 30, 0, ZoneId.of("UTC"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(5 minutes)            | 2026-11-20T10:20:30",
        "rate(1 hour)               | 2026-11-20T11:15:30",
        "rate(2 days)               | 2026-11-22T10:15:30",
        "at(2026-12-01T06:00:00)    | 2026-12-01T06:00",
        "cron(0 6 * * ? *)          | 2026-11-21T06:00",
        "cron(0/10 * * * ? *)       | 2026-11-20T10:20",
        "cron(15 10 * * ? *)        | 2026-11-21T10:15",
        "cron(0 8 ? * MON-FRI *)    | 2026-11-23T08:00",
        "cron(0 8 ? * 1 *)          | 2026-11-22T08:00",
        "cron(0 8 ? * 2#1 *)        | 2026-12-07T08:00",
        "cron(0 8 ? * FRIL *)       | 2026-11-27T08:00",
        "cron(0 6 15W * ? *)        | 2026-12-15T06:00",
        "cron(0 0 L * ? *)          | 2026-11-30T00:00",
        "cron(30 5,17 1,15 JAN ? *) | 2027-01-01T05:30",
        "cron(0 0 29 2 ? *)         | 2028-02-29T00:00",
      })
  void shouldFindTheNextTime(String expression, String expected) {
    assertThat(ScheduleExpression.parse(expression.trim()).next(NOW).toLocalDateTime())
        .hasToString(expected);
  }

  @Test
  void shouldKnowWhenThereIsNoNextTime() {
    assertThat(ScheduleExpression.parse("at(2026-11-20T10:00:00)").next(NOW)).isNull();
    assertThat(ScheduleExpression.parse("cron(0 0 1 1 ? 2020)").next(NOW)).isNull();
  }

  @Test
  void shouldFollowItsZoneOverAChangeOfClocks() {
    ZonedDateTime before = ZonedDateTime.of(2026, 3, 28, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    assertThat(ScheduleExpression.parse("cron(0 6 * * ? *)").next(before).toInstant())
        .hasToString("2026-03-29T04:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every day",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "at(tomorrow)",
        "cron(0 6 * * *)",
        "cron(60 6 * * ? *)",
        "cron(0 6 * * * *)",
        "cron(0 6 ? * ? *)",
        "cron(99 99 * * ? *)",
        "cron(0 6 ? * XYZ *)",
      })
  void shouldSayWhatIsWrong(String expression) {
    assertThatThrownBy(() -> ScheduleExpression.parse(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).{20,}");
  }
}
