package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.JException;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as JSONata writes them: 15 digits, in full up to 21 places, else with an exponent. */
final class NumberText {
  private static final int DIGITS = 15;
  private static final int PLACES = 21;
  private static final int LEADING_ZEROS = 6;

  private NumberText() {}

  static String of(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof ExactInteger) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new JException("D3001", -1, value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    // The number is 0.digits times ten to the power of this.
    int power = rounded.precision() - rounded.scale();
    if (power > -LEADING_ZEROS && power <= PLACES) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String exponent = power > 0 ? "+" + (power - 1) : String.valueOf(power - 1);
    return (rounded.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
  }
}
