package dev.sluice.local.asl.jsonata.function;

import java.util.OptionalInt;

/** Digits of other scripts in integer pictures, such as Arabic-Indic or full-width ones. */
final class DigitFamily {
  private static final int DIGITS = 10;

  private DigitFamily() {}

  /** The zero of the digits in a picture, where they are not ASCII. */
  static OptionalInt zero(String picture) {
    return picture
        .codePoints()
        .filter(p -> p > '9' && Character.getType(p) == Character.DECIMAL_DIGIT_NUMBER)
        .map(p -> p - Character.digit(p, DIGITS))
        .findFirst();
  }

  /** The text with the digits of that family as ASCII digits. */
  static String ascii(String text, int zero) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(p -> out.appendCodePoint(isMember(p, zero) ? '0' + p - zero : p));
    return out.toString();
  }

  /** The picture with ASCII zeros for its digits, of which the library takes no other ones. */
  static String picture(String picture, int zero) {
    StringBuilder out = new StringBuilder();
    picture.codePoints().forEach(p -> out.appendCodePoint(isMember(p, zero) ? '0' : p));
    return out.toString();
  }

  private static boolean isMember(int point, int zero) {
    return point >= zero && point < zero + DIGITS;
  }
}
