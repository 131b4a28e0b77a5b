package dev.sluice.local.aws.services.scheduler;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;

/** AWS's six-field cron: minutes, hours, day of month, month, day of week (1 is Sunday), year. */
final class Cron implements ScheduleExpression {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int LAST_YEAR = 2199;

  private final NavigableSet<Integer> minutes;
  private final NavigableSet<Integer> hours;
  private final NavigableSet<Integer> months;
  private final NavigableSet<Integer> years;
  private final String dayOfMonth;
  private final String dayOfWeek;

  private Cron(String[] fields) {
    minutes = CronField.parse("minutes", fields[0], 0, 59, List.of());
    hours = CronField.parse("hours", fields[1], 0, 23, List.of());
    dayOfMonth = fields[2];
    months = CronField.parse("month", fields[3], 1, 12, MONTHS);
    dayOfWeek = fields[4];
    years = CronField.parse("year", fields[5], 1970, LAST_YEAR, List.of());
    if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
      throw new IllegalArgumentException(
          "of day of month and day of week one is ?, found " + dayOfMonth + " and " + dayOfWeek);
    }
    // Reads both once, so that a mistake is found now.
    matches(LocalDate.of(2026, 1, 1));
  }

  static Cron parse(String text) {
    String[] fields = text.trim().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException(
          "cron takes six fields (minutes hours day-of-month month day-of-week year), found "
              + fields.length
              + ": "
              + text);
    }
    return new Cron(fields);
  }

  @Override
  public ZonedDateTime next(ZonedDateTime after) {
    LocalDate date = after.toLocalDate();
    while (date.getYear() <= years.last()) {
      if (years.contains(date.getYear())
          && months.contains(date.getMonthValue())
          && matches(date)) {
        for (int hour : hours) {
          for (int minute : minutes) {
            ZonedDateTime time = date.atTime(LocalTime.of(hour, minute)).atZone(after.getZone());
            if (time.isAfter(after)) {
              return time;
            }
          }
        }
      }
      date = date.plusDays(1);
    }
    return null;
  }

  private boolean matches(LocalDate date) {
    return dayOfMonth.equals("?") ? matchesWeekday(date) : matchesDay(date);
  }

  private boolean matchesDay(LocalDate date) {
    int last = YearMonth.from(date).lengthOfMonth();
    if (dayOfMonth.equals("L")) {
      return date.getDayOfMonth() == last;
    }
    return CronField.parse("day of month", dayOfMonth, 1, 31, List.of())
        .contains(date.getDayOfMonth());
  }

  private boolean matchesWeekday(LocalDate date) {
    int weekday = date.getDayOfWeek().getValue() % 7 + 1;
    int day = date.getDayOfMonth();
    if (dayOfWeek.contains("#")) {
      String[] parts = dayOfWeek.split("#");
      return CronField.number("day of week", parts[0], DAYS, 1) == weekday
          && (day - 1) / 7 + 1 == Integer.parseInt(parts[1]);
    }
    if (dayOfWeek.endsWith("L")) {
      String name = dayOfWeek.substring(0, dayOfWeek.length() - 1);
      int wanted = name.isEmpty() ? 7 : CronField.number("day of week", name, DAYS, 1);
      return weekday == wanted && day + 7 > YearMonth.from(date).lengthOfMonth();
    }
    return CronField.parse("day of week", dayOfWeek, 1, 7, DAYS).contains(weekday);
  }
}
