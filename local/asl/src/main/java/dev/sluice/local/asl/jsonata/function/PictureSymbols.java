package dev.sluice.local.asl.jsonata.function;

import java.util.Map;

/**
 * The characters that have a meaning in a picture of {@code $formatNumber}.
 *
 * @param zero the first of ten digits in a row
 */
record PictureSymbols(
    String decimal,
    String grouping,
    String exponent,
    String minus,
    String percent,
    String perMille,
    int zero,
    String digit,
    String pattern) {
  private static final int DIGITS = 10;

  /**
   * @param options other characters by the names of XPath's decimal format, or null
   */
  static PictureSymbols of(Map<?, ?> options) {
    return new PictureSymbols(
        option(options, "decimal-separator", "."),
        option(options, "grouping-separator", ","),
        option(options, "exponent-separator", "e"),
        option(options, "minus-sign", "-"),
        option(options, "percent", "%"),
        option(options, "per-mille", "‰"),
        option(options, "zero-digit", "0").codePointAt(0),
        option(options, "digit", "#"),
        option(options, "pattern-separator", ";"));
  }

  private static String option(Map<?, ?> options, String name, String usual) {
    Object value = options == null ? null : options.get(name);
    return value instanceof String text && !text.isEmpty() ? text : usual;
  }

  boolean isDigit(int point) {
    return point >= zero && point < zero + DIGITS;
  }

  boolean isOptional(int point) {
    return digit.codePointAt(0) == point;
  }

  /** True for what belongs to the number itself and not to the text around it. */
  boolean isActive(int point) {
    return isDigit(point)
        || isOptional(point)
        || decimal.codePointAt(0) == point
        || grouping.codePointAt(0) == point
        || exponent.codePointAt(0) == point;
  }

  /** ASCII digits in this format's own ones. */
  String localized(String digits) {
    if (zero == '0') {
      return digits;
    }
    StringBuilder text = new StringBuilder();
    digits.chars().forEach(c -> text.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
    return text.toString();
  }
}
