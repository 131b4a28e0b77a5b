package dev.sluice.core.validate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Floating point numbers in decimal notation, with an optional exponent; finite. */
final class DoubleCheck extends FieldCheck {
  /**
   * The longest exact notation of a double has fewer; a BigDecimal costs the square of its digits.
   */
  private static final int LONGEST = 1_100;

  private final Optional<BigDecimal> min;
  private final Optional<BigDecimal> max;

  DoubleCheck(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    this.min = min;
    this.max = max;
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return ViolationKind.TYPE;
    }
    String text = Texts.ascii(bytes, from, to);
    if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
      return ViolationKind.TYPE;
    }
    if (min.isEmpty() && max.isEmpty()) {
      return null;
    }
    return Ranges.contain(min, max, new BigDecimal(text)) ? null : ViolationKind.RANGE;
  }

  @Override
  String expected(ViolationKind kind) {
    return kind == ViolationKind.TYPE
        ? "a number such as 12.5 or 1.2e6, of " + LONGEST + " characters at most"
        : Ranges.text(min, max);
  }
}
