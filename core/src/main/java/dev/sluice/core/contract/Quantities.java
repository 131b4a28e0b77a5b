package dev.sluice.core.contract;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them. */
final class Quantities {
  static final String DURATION = "a duration such as 7d, 12h, 30m, 45s or ISO-8601 (PT36H)";
  static final String SIZE = "bytes, or a size such as 200KiB, 50MB or 1GiB";

  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})([dhms])");
  private static final Pattern SIZE_PATTERN = Pattern.compile("(\\d{1,12}) ?(B|[KMG]i?B)?");

  private Quantities() {}

  /** Reads a positive duration; empty where the text is none. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
    String iso = text;
    if (matcher.matches()) {
      boolean days = matcher.group(2).equals("d");
      iso = (days ? "P" : "PT") + matcher.group(1) + matcher.group(2);
    }
    try {
      Duration duration = Duration.parse(iso);
      return duration.isNegative() || duration.isZero() ? Optional.empty() : Optional.of(duration);
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }

  /** Reads a number of bytes; empty where the text is none. */
  static Optional<Long> bytes(String text) {
    Matcher matcher = SIZE_PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    long base = unit.length() == 3 ? 1024 : 1000;
    int power = "BKMG".indexOf(unit.charAt(0));
    long factor = 1;
    for (int i = 0; i < power; i++) {
      factor *= base;
    }
    return Optional.of(Long.parseLong(matcher.group(1)) * factor);
  }
}
