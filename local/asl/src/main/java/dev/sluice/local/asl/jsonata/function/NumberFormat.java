package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.JException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSONata's {@code $formatNumber}.
 *
 * @see <a href="https://docs.jsonata.org/numeric-functions#formatnumber">JSONata, Numeric
 *     functions</a>
 */
final class NumberFormat {
  private NumberFormat() {}

  /**
   * @param options other characters for the picture, or null
   * @throws JException with JSONata's code for the rule that the picture breaks
   */
  static String format(Number number, String picture, Map<?, ?> options) {
    PictureSymbols symbols = PictureSymbols.of(options);
    String[] pictures = picture.split(Pattern.quote(symbols.pattern()), -1);
    if (pictures.length > 2) {
      throw new JException("D3080", -1);
    }
    NumberPicture positive = NumberPicture.parse(pictures[0], symbols);
    NumberPicture negative =
        pictures.length == 2
            ? NumberPicture.parse(pictures[1], symbols)
            : positive.withPrefix(symbols.minus() + positive.prefix());
    BigDecimal value = decimal(number);
    return format(value.abs(), value.signum() < 0 ? negative : positive, symbols);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof Integer || number instanceof Long
        ? BigDecimal.valueOf(number.longValue())
        : BigDecimal.valueOf(number.doubleValue());
  }

  private static String format(BigDecimal value, NumberPicture picture, PictureSymbols symbols) {
    BigDecimal mantissa = value.scaleByPowerOfTen(picture.factor());
    int exponent = 0;
    if (picture.exponentDigits() > 0 && mantissa.signum() != 0) {
      // As many whole digits as the picture has, and none where it has none.
      exponent = mantissa.precision() - mantissa.scale() - picture.scale();
      mantissa = mantissa.scaleByPowerOfTen(-exponent);
    }
    String text = mantissa.setScale(picture.maxFraction(), RoundingMode.HALF_EVEN).toPlainString();
    int dot = text.indexOf('.');
    String whole = (dot < 0 ? text : text.substring(0, dot)).replaceFirst("^0+", "");
    String fraction = dot < 0 ? "" : text.substring(dot + 1).replaceFirst("0+$", "");
    whole = "0".repeat(Math.max(0, picture.minWhole() - whole.length())) + whole;
    fraction += "0".repeat(Math.max(0, picture.minFraction() - fraction.length()));

    StringBuilder out = new StringBuilder(picture.prefix());
    out.append(groupedWhole(symbols.localized(whole), picture, symbols));
    if (!fraction.isEmpty()) {
      out.append(symbols.decimal());
      out.append(groupedFraction(symbols.localized(fraction), picture, symbols));
    }
    if (picture.exponentDigits() > 0) {
      String digits = String.valueOf(Math.abs(exponent));
      digits = "0".repeat(Math.max(0, picture.exponentDigits() - digits.length())) + digits;
      out.append(symbols.exponent()).append(exponent < 0 ? symbols.minus() : "");
      out.append(symbols.localized(digits));
    }
    return out.append(picture.suffix()).toString();
  }

  private static String groupedWhole(String digits, NumberPicture picture, PictureSymbols symbols) {
    int size = digits.codePointCount(0, digits.length());
    StringBuilder out = new StringBuilder();
    int left = size;
    for (int point : digits.codePoints().toArray()) {
      boolean separated =
          picture.everyGroup() > 0
              ? left % picture.everyGroup() == 0
              : picture.wholeGroups().contains(left);
      out.append(separated && left < size ? symbols.grouping() : "").appendCodePoint(point);
      left--;
    }
    return out.toString();
  }

  private static String groupedFraction(
      String digits, NumberPicture picture, PictureSymbols symbols) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int point : digits.codePoints().toArray()) {
      boolean separated = done > 0 && picture.fractionGroups().contains(done);
      out.append(separated ? symbols.grouping() : "").appendCodePoint(point);
      done++;
    }
    return out.toString();
  }
}
