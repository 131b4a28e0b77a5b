package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import java.text.ParseException;
import java.util.Locale;

/** Numbers in English words beyond the range of a long, where "trillion" repeats. */
final class NumberWords {
  private static final String TRILLION = "trillion";
  private static final double FACTOR = 1e12;

  private NumberWords() {}

  static boolean isPicture(String picture) {
    return picture.matches("(w|W|Ww)(;o)?");
  }

  /**
   * @param picture w, W or Ww, with ;o for an ordinal number
   */
  static String of(double number, String picture) {
    String text = words(Math.floor(Math.abs(number)), picture.endsWith(";o"));
    text = number < 0 ? "-" + text : text;
    return switch (picture.replace(";o", "")) {
      case "W" -> text.toUpperCase(Locale.ROOT);
      case "Ww" -> title(text);
      default -> text;
    };
  }

  private static String words(double number, boolean ordinal) {
    if (number < FACTOR) {
      return Functions.formatInteger((long) number, ordinal ? "w;o" : "w");
    }
    double trillions = Math.floor(number / FACTOR);
    double rest = number - trillions * FACTOR;
    String text = words(trillions, false) + " " + TRILLION;
    if (rest <= 0) {
      return ordinal ? text + "th" : text;
    }
    return text + (rest < 100 ? " and " : ", ") + words(rest, ordinal);
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split("(?<=[ -])")) {
      boolean stays = word.isEmpty() || word.strip().equals("and");
      out.append(stays ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  static boolean isLarge(String text) {
    return text.toLowerCase(Locale.ROOT).contains(TRILLION);
  }

  static double parse(String text) throws ParseException {
    String lower = text.toLowerCase(Locale.ROOT).replaceFirst("^(, | and |\\s)+", "").strip();
    if (lower.isEmpty()) {
      return 0;
    }
    int last = lower.lastIndexOf(TRILLION);
    if (last < 0) {
      return Functions.parseInteger(lower, "w").doubleValue();
    }
    double factor = parse(lower.substring(0, last));
    String rest = lower.substring(last + TRILLION.length());
    return factor * FACTOR + parse(rest);
  }
}
