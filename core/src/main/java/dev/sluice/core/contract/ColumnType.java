package dev.sluice.core.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column in the lake.
 *
 * @param kind which type
 * @param precision digits in all, of a decimal; 0 otherwise
 * @param scale digits after the point, of a decimal; 0 otherwise
 */
public record ColumnType(Kind kind, int precision, int scale) {
  /** What {@link #parse} understands, for messages. */
  public static final String EXPECTED =
      "string, integer, long, decimal(p,s), double, boolean, date or timestamp";

  private static final int MOST_DIGITS = 38;
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}), ?(\\d{1,2})\\)");

  /** The kinds of type. */
  public enum Kind {
    STRING,
    INTEGER,
    LONG,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  public ColumnType {
    if (kind == Kind.DECIMAL && (precision < 1 || precision > MOST_DIGITS || scale > precision)) {
      throw new IllegalArgumentException(
          "decimal(%d,%d), expected 1 <= p <= 38 and 0 <= s <= p".formatted(precision, scale));
    }
  }

  /** A type without digits, that is, any but decimal. */
  public static ColumnType of(Kind kind) {
    return new ColumnType(kind, 0, 0);
  }

  /** Reads the contract's notation; empty where it is none. */
  public static Optional<ColumnType> parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      int scale = Integer.parseInt(decimal.group(2));
      boolean fits = precision >= 1 && precision <= MOST_DIGITS && scale <= precision;
      return fits ? Optional.of(new ColumnType(Kind.DECIMAL, precision, scale)) : Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.DECIMAL && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(of(kind));
      }
    }
    return Optional.empty();
  }

  /** The contract's notation, which is also a type name in Spark SQL. */
  public String text() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.DECIMAL ? word + "(" + precision + "," + scale + ")" : word;
  }

  /** True for date and timestamp. */
  public boolean isTemporal() {
    return kind == Kind.DATE || kind == Kind.TIMESTAMP;
  }

  /** True for integer, long, decimal and double. */
  public boolean isNumeric() {
    return switch (kind) {
      case INTEGER, LONG, DECIMAL, DOUBLE -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return text();
  }
}
