package dev.sluice.local.iam.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/** Numbers, dates and truth values as conditions write them. */
final class Literals {
  private Literals() {}

  /** Null where the text is no number. */
  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A point in time: epoch seconds, or one of W3C's profiles of ISO 8601 from the year alone to
   * fractions of a second.
   *
   * @return null where the text is none
   * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and Time Formats</a>
   */
  static Instant date(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return start(Year.parse(text).atDay(1));
      }
      if (text.matches("\\d{4}-\\d\\d")) {
        return start(YearMonth.parse(text).atDay(1));
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return start(LocalDate.parse(text));
      }
      if (text.matches("-?\\d+")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /**
   * A truth value.
   *
   * @throws IllegalArgumentException where the text is neither true nor false
   */
  static boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("found '" + text + "', expected true or false");
    };
  }
}
