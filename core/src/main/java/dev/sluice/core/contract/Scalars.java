package dev.sluice.core.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Readers of single values; each is empty for a text that it does not understand. */
final class Scalars {
  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private Scalars() {}

  static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<Long> count(String text) {
    return COUNT.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  static Optional<Character> separator(String text) {
    return text.length() == 1 && CsvDialect.isSeparator(text.charAt(0))
        ? Optional.of(text.charAt(0))
        : Optional.empty();
  }

  static Optional<String> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  static Optional<String> snakeCase(String text) {
    return SNAKE_CASE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  static Optional<String> regex(String text) {
    try {
      Pattern.compile(text);
      return Optional.of(text);
    } catch (PatternSyntaxException wrong) {
      return Optional.empty();
    }
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException wrong) {
      return Optional.empty();
    }
  }
}
