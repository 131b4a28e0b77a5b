package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The week components of date pictures: {@code [W]} week of the year, {@code [X]} the year that it
 * belongs to, {@code [w]} week of the month, {@code [x]} the month that it belongs to. A week
 * belongs where its Thursday lies.
 *
 * @see <a href="https://docs.jsonata.org/date-time-functions#frommillis">JSONata, Date/time
 *     functions</a>
 */
final class IsoWeeks {
  /** An escaped bracket, which is text, or a component. */
  private static final Pattern COMPONENT = Pattern.compile("\\[\\[|\\[\\s*([WXwx])([^\\]]*)\\]");

  private static final int DAYS = 7;

  private IsoWeeks() {}

  /** The picture with its week components written out as text for this moment. */
  static String resolve(String picture, long millis, String timezone) {
    LocalDate thursday =
        Instant.ofEpochMilli(millis)
            .atOffset(offset(timezone))
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .plusDays(DayOfWeek.THURSDAY.ordinal());
    Matcher matcher = COMPONENT.matcher(picture);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String text =
          matcher.group(1) == null
              ? matcher.group()
              : component(matcher.group(1), matcher.group(2).replaceAll("\\s", ""), thursday);
      matcher.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(out).toString();
  }

  private static String component(String name, String modifier, LocalDate thursday) {
    String text =
        switch (name) {
          case "W" -> number((thursday.getDayOfYear() - 1) / DAYS + 1, modifier);
          case "X" -> number(thursday.getYear(), modifier);
          case "w" -> number((thursday.getDayOfMonth() - 1) / DAYS + 1, modifier);
          default -> month(thursday, modifier);
        };
    return text.replace("[", "[[").replace("]", "]]");
  }

  private static String month(LocalDate thursday, String modifier) {
    long millis = thursday.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return Functions.dateTimeFromMillis(millis, "[M" + modifier + "]", null);
  }

  private static String number(int value, String modifier) {
    String presentation = modifier.replaceFirst(",.*", "");
    // An ordinal is "1o" in a date picture and "1;o" in an integer picture.
    String picture =
        presentation.isEmpty() ? "1" : presentation.replaceFirst("(?<=.)([otca])$", ";$1");
    return Functions.formatInteger(value, picture);
  }

  private static ZoneOffset offset(String timezone) {
    if (timezone == null || timezone.isEmpty()) {
      return ZoneOffset.UTC;
    }
    int number = Integer.parseInt(timezone);
    return ZoneOffset.ofHoursMinutes(number / 100, number % 100);
  }
}
