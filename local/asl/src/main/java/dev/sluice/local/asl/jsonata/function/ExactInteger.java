package dev.sluice.local.asl.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A whole number that a double cannot hold, such as 9007199254740993. It passes through expressions
 * as it is, and as text; whatever would calculate or compare with it fails, since JSONata
 * calculates with doubles and the result would be another number.
 */
public final class ExactInteger extends Number {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** No shorter one is beyond a double. */
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d{16,300}");

  private final BigInteger value;

  public ExactInteger(BigInteger value) {
    this.value = value;
  }

  /** True where a double holds the number as it is. */
  public static boolean fitsDouble(long value) {
    // The largest long becomes 2^63 and comes back as itself.
    return value != Long.MAX_VALUE && (long) (double) value == value;
  }

  /** The number that the text is where it is a whole one that a double cannot hold, else null. */
  public static ExactInteger of(String text) {
    if (!LONG_NUMBER.matcher(text).matches()) {
      return null;
    }
    BigInteger value = new BigInteger(text);
    return new BigDecimal(value.doubleValue()).compareTo(new BigDecimal(value)) == 0
        ? null
        : new ExactInteger(value);
  }

  public JsonNode node() {
    boolean isLong = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
    return isLong ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
  }

  @Override
  public double doubleValue() {
    throw new ArithmeticException(
        "The number "
            + value
            + " has more digits than JSONata calculates with exactly: pass it on as it is or as"
            + " text, or shorten it.");
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  @Override
  public String toString() {
    return value.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactInteger exact && exact.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
