package dev.sluice.core.validate;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimals: optional minus sign, digits, optional point and digits; no exponent. */
final class DecimalCheck extends FieldCheck {
  private final int precision;
  private final int scale;
  private final Optional<BigDecimal> min;
  private final Optional<BigDecimal> max;

  DecimalCheck(int precision, int scale, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    this.precision = precision;
    this.scale = scale;
    this.min = min;
    this.max = max;
  }

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    int at = bytes[from] == '-' ? from + 1 : from;
    int before = digits(bytes, at, to);
    at += before;
    int after = 0;
    if (before > 0 && at < to && bytes[at] == '.') {
      after = digits(bytes, at + 1, to);
      at += after == 0 ? 0 : after + 1;
    }
    if (before == 0
        || at != to
        || after > scale
        || significant(bytes, from, before) > precision - scale) {
      return ViolationKind.TYPE;
    }
    if (min.isEmpty() && max.isEmpty()) {
      return null;
    }
    return Ranges.contain(min, max, new BigDecimal(Texts.ascii(bytes, from, to)))
        ? null
        : ViolationKind.RANGE;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - from;
  }

  /** Digits before the point without leading zeros. */
  private static int significant(byte[] bytes, int from, int before) {
    int at = bytes[from] == '-' ? from + 1 : from;
    int left = before;
    while (left > 0 && bytes[at] == '0') {
      at++;
      left--;
    }
    return left;
  }

  @Override
  String expected(ViolationKind kind) {
    return kind == ViolationKind.TYPE
        ? "a number with at most %d digits before and %d after the point"
            .formatted(precision - scale, scale)
        : Ranges.text(min, max);
  }
}
