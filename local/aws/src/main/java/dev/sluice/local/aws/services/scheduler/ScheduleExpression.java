package dev.sluice.local.aws.services.scheduler;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule fires: {@code rate(5 minutes)}, {@code cron(0 6 * * ? *)} or {@code
 * at(2026-11-20T06:00:00)}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">schedule
 *     types</a>
 */
interface ScheduleExpression {
  /** The first time after the given one, in its zone, or null if there is none. */
  ZonedDateTime next(ZonedDateTime after);

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static ScheduleExpression parse(String text) {
    Matcher rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(text);
    if (rate.matches()) {
      Duration every = every(Integer.parseInt(rate.group(1)), rate.group(2));
      return after -> after.plus(every);
    }
    if (text.startsWith("cron(") && text.endsWith(")")) {
      return Cron.parse(text.substring(5, text.length() - 1));
    }
    if (text.startsWith("at(") && text.endsWith(")")) {
      LocalDateTime time = time(text);
      return after -> {
        ZonedDateTime at = time.atZone(after.getZone());
        return at.isAfter(after) ? at : null;
      };
    }
    throw new IllegalArgumentException(
        "schedule "
            + text
            + " is none of rate(n minutes|hours|days), cron(six fields), at(yyyy-mm-ddThh:mm:ss)");
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.substring(3, text.length() - 1));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "schedule " + text + " is no time; expected at(yyyy-mm-ddThh:mm:ss)", e);
    }
  }

  private static Duration every(int number, String unit) {
    if (number == 0) {
      throw new IllegalArgumentException("a rate is at least 1 " + unit);
    }
    return switch (unit) {
      case "minute" -> Duration.ofMinutes(number);
      case "hour" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
