package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.jsonata.QueryError;

/** Numbers that an expression may give. */
public final class Numbers {
  private Numbers() {}

  /**
   * @throws QueryError where the value is no whole number within the bounds
   */
  public static long whole(JsonNode value, String field, long from, long to) {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (number != Math.rint(number) || number < from || number > to) {
      throw new QueryError(
          field,
          "The field '"
              + field
              + "' must be a whole number from "
              + from
              + " to "
              + to
              + ", found "
              + value
              + ".");
    }
    return (long) number;
  }
}
