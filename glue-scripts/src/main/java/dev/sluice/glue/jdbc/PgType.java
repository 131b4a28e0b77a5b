package dev.sluice.glue.jdbc;

/**
 * A type of PostgreSQL, with domains taken away.
 *
 * @param name of the base type in pg_type, of the element type for arrays
 * @param enumerated whether it is an enum
 * @param modifier as in pg_attribute.atttypmod: digits of a numeric; -1 where there is none
 * @param dimensions of an array, 0 where it is none
 * @param display as PostgreSQL writes it, for messages
 */
record PgType(String name, boolean enumerated, int modifier, int dimensions, String display) {
  private static final int MODIFIER_OFFSET = 4;
  private static final int SCALE_BITS = 0x7ff;
  private static final int SCALE_SIGN = 1024;
  private static final int MOST_DIGITS = 38;

  boolean isArray() {
    return dimensions > 0;
  }

  PgType element() {
    return new PgType(name, enumerated, modifier, 0, display);
  }

  /**
   * The type as Spark's decimal; null where it has no limit, or one that is too wide. PostgreSQL
   * allows scales below 0 and above the precision, which Spark does not.
   */
  String decimal() {
    if (modifier < MODIFIER_OFFSET) {
      return null;
    }
    int digits = modifier - MODIFIER_OFFSET;
    int precision = digits >> 16;
    int scale = ((digits & SCALE_BITS) ^ SCALE_SIGN) - SCALE_SIGN;
    int whole = Math.max(precision - scale, 0);
    int fraction = Math.max(scale, 0);
    return whole + fraction > MOST_DIGITS
        ? null
        : "decimal(%d,%d)".formatted(whole + fraction, fraction);
  }
}
