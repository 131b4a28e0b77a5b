package dev.sluice.config;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which schedules EventBridge Scheduler takes, so that a mistake is found at synth and not in the
 * middle of a deployment.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">schedule
 *     types</a>
 */
final class ScheduleSettings {
  static final String ALLOWED =
      "rate(5 minutes), cron(minutes hours day-of-month month day-of-week year),"
          + " at(2027-01-31T06:00:00), or empty for never";

  private static final Pattern EXPRESSION = Pattern.compile("(rate|cron|at)\\((.+)\\)");
  private static final Pattern RATE = Pattern.compile("[1-9]\\d{0,8} (minute|hour|day)s?");
  private static final Pattern SIX_FIELDS = Pattern.compile("\\S+( +\\S+){5}");

  private ScheduleSettings() {}

  /** True for nothing and for what fires at some time. */
  static boolean isSchedule(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    if (!expression.matches()) {
      return text.isEmpty();
    }
    String inner = expression.group(2);
    return switch (expression.group(1)) {
      case "rate" -> RATE.matcher(inner).matches();
      case "cron" -> isCron(inner);
      default -> isTime(inner);
    };
  }

  /** True for a region of the time zone database; offsets are none for the Scheduler. */
  static boolean isZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text);
  }

  private static boolean isCron(String fields) {
    // Quartz has the same language with seconds before it.
    CronParser parser =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    try {
      parser.parse("0 " + fields);
      return SIX_FIELDS.matcher(fields).matches();
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }
}
