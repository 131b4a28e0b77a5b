package dev.sluice.core.validate;

/** Whole numbers of at most 64 bits: an optional minus sign, then digits. */
final class WholeNumberCheck extends FieldCheck {
  private final String type;
  private final long typeMin;
  private final long typeMax;
  private final long min;
  private final long max;

  WholeNumberCheck(String type, long typeMin, long typeMax, long min, long max) {
    this.type = type;
    this.typeMin = typeMin;
    this.typeMax = typeMax;
    this.min = min;
    this.max = max;
  }

  private static final int SAFE_DIGITS = 18;

  @Override
  ViolationKind check(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int at = negative ? from + 1 : from;
    int digits = to - at;
    if (digits == 0) {
      return ViolationKind.TYPE;
    }
    if (digits > SAFE_DIGITS) {
      return checkLong(bytes, from, to);
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return ViolationKind.TYPE;
      }
      value = value * 10 + digit;
    }
    return verdict(negative ? -value : value);
  }

  private ViolationKind checkLong(byte[] bytes, int from, int to) {
    String text = Texts.ascii(bytes, from, to);
    if (text.charAt(0) == '+') {
      return ViolationKind.TYPE;
    }
    try {
      return verdict(Long.parseLong(text));
    } catch (NumberFormatException tooLongOrNoNumber) {
      return ViolationKind.TYPE;
    }
  }

  private ViolationKind verdict(long value) {
    if (value < typeMin || value > typeMax) {
      return ViolationKind.TYPE;
    }
    return value < min || value > max ? ViolationKind.RANGE : null;
  }

  @Override
  String expected(ViolationKind kind) {
    if (kind == ViolationKind.TYPE) {
      return "a whole number that fits " + type;
    }
    return max == typeMax
        ? "%d or more".formatted(min)
        : min == typeMin ? "%d or less".formatted(max) : "%d to %d".formatted(min, max);
  }
}
