package dev.sluice.core.validate;

import dev.sluice.core.contract.DateFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dates and timestamps of one pattern, and days that exist in the calendar. */
final class TemporalCheck extends FieldCheck {
  private static final int YEAR = DateFormat.Field.YEAR.ordinal();
  private static final int MONTH = DateFormat.Field.MONTH.ordinal();
  private static final int DAY = DateFormat.Field.DAY.ordinal();
  private static final int OFFSET = DateFormat.Field.OFFSET.ordinal();
  private static final int LITERAL = DateFormat.Field.LITERAL.ordinal();
  private static final int[] MOST = {9999, 12, 31, 23, 59, 59, 999};
  private static final int[] LEAST = {1, 1, 1, 0, 0, 0, 0};
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String pattern;
  private final int[] fields;
  private final int[] least;
  private final int[] most;
  private final byte[] literals;
  private final Optional<LocalDate> min;
  private final Optional<LocalDate> max;
  private final int[] values = new int[MOST.length];

  TemporalCheck(
      String pattern, DateFormat format, Optional<LocalDate> min, Optional<LocalDate> max) {
    this.pattern = pattern;
    List<DateFormat.Part> parts = format.parts();
    int count = parts.size();
    this.fields = new int[count];
    this.least = new int[count];
    this.most = new int[count];
    this.literals = new byte[count];
    for (int i = 0; i < count; i++) {
      DateFormat.Part part = parts.get(i);
      fields[i] = part.field().ordinal();
      least[i] = part.least();
      most[i] = part.most();
      literals[i] = (byte) part.literal();
    }
    this.min = min;
    this.max = max;
  }

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    int at = from;
    for (int part = 0; part < fields.length; part++) {
      int field = fields[part];
      if (field == LITERAL) {
        if (at >= to || bytes[at] != literals[part]) {
          return ViolationKind.TYPE;
        }
        at++;
        continue;
      }
      if (field == OFFSET) {
        at = offset(bytes, at, to);
        if (at < 0) {
          return ViolationKind.TYPE;
        }
        continue;
      }
      int first = at;
      int end = Math.min(to, at + most[part]);
      int value = 0;
      while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
        value = value * 10 + bytes[at] - '0';
        at++;
      }
      if (at - first < least[part] || value < LEAST[field] || value > MOST[field]) {
        return ViolationKind.TYPE;
      }
      values[field] = value;
    }
    if (at != to || values[DAY] > daysOfMonth()) {
      return ViolationKind.TYPE;
    }
    if (min.isEmpty() && max.isEmpty()) {
      return null;
    }
    LocalDate date = LocalDate.of(values[YEAR], values[MONTH], values[DAY]);
    return Ranges.contain(min, max, date) ? null : ViolationKind.RANGE;
  }

  /** An offset from UTC as {@code +05:30}, at most 18 hours, or {@code Z}. */
  private static int offset(byte[] bytes, int from, int to) {
    if (from < to && bytes[from] == 'Z') {
      return from + 1;
    }
    if (from + 6 > to || (bytes[from] != '+' && bytes[from] != '-') || bytes[from + 3] != ':') {
      return -1;
    }
    int hours = twoDigits(bytes, from + 1);
    int minutes = twoDigits(bytes, from + 4);
    boolean right = hours >= 0 && minutes >= 0 && minutes < 60 && hours * 60 + minutes <= 18 * 60;
    return right ? from + 6 : -1;
  }

  private static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private int daysOfMonth() {
    int month = values[MONTH];
    int year = values[YEAR];
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  @Override
  String expected(ViolationKind kind) {
    return kind == ViolationKind.TYPE
        ? "a date of the calendar as " + pattern
        : "a date from " + Ranges.text(min, max);
  }
}
