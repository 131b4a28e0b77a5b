package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sub-picture of {@code $formatNumber} says.
 *
 * @param prefix the text before the number
 * @param suffix the text behind it
 * @param factor powers of ten by which the number is multiplied: 2 for percent, 3 for per mille
 * @param scale whole digits of the mantissa where there is an exponent
 * @param wholeGroups digits to the right of each grouping separator, from left to right
 * @param everyGroup the distance of separators that repeat for ever, or 0
 * @param fractionGroups digits to the left of each grouping separator in the fraction
 * @param exponentDigits at least, or 0 where there is no exponent
 * @see <a href="https://www.w3.org/TR/xpath-functions-31/#formatting-numbers">XPath, Formatting
 *     numbers</a>
 */
record NumberPicture(
    String prefix,
    String suffix,
    int factor,
    int scale,
    int minWhole,
    int minFraction,
    int maxFraction,
    List<Integer> wholeGroups,
    int everyGroup,
    List<Integer> fractionGroups,
    int exponentDigits) {

  /**
   * @throws JException with JSONata's code for the rule that the picture breaks
   */
  static NumberPicture parse(String picture, PictureSymbols symbols) {
    PictureParts parts = PictureParts.of(picture, symbols);
    int minWhole = count(parts.whole(), symbols, false);
    int minFraction = count(parts.fraction(), symbols, false);
    int maxFraction = count(parts.fraction(), symbols, true);
    int scale = minWhole;
    boolean exponent = parts.exponent() != null;
    if (minWhole == 0 && maxFraction == 0) {
      if (exponent) {
        minFraction = 1;
        maxFraction = 1;
      } else {
        minWhole = 1;
      }
    }
    if (exponent && minWhole == 0 && parts.whole().contains(symbols.digit())) {
      minWhole = 1;
    }
    if (minWhole == 0 && minFraction == 0) {
      minFraction = 1;
    }
    List<Integer> groups = groups(parts.whole(), symbols, true);
    return new NumberPicture(
        parts.prefix(),
        parts.suffix(),
        picture.contains(symbols.percent()) ? 2 : picture.contains(symbols.perMille()) ? 3 : 0,
        scale,
        minWhole,
        minFraction,
        maxFraction,
        groups,
        regular(groups),
        groups(parts.fraction(), symbols, false),
        exponent ? count(parts.exponent(), symbols, false) : 0);
  }

  NumberPicture withPrefix(String text) {
    return new NumberPicture(
        text,
        suffix,
        factor,
        scale,
        minWhole,
        minFraction,
        maxFraction,
        wholeGroups,
        everyGroup,
        fractionGroups,
        exponentDigits);
  }

  private static int count(String part, PictureSymbols symbols, boolean optional) {
    return (int)
        part.codePoints()
            .filter(p -> symbols.isDigit(p) || optional && symbols.isOptional(p))
            .count();
  }

  private static List<Integer> groups(String part, PictureSymbols symbols, boolean toTheRight) {
    List<Integer> positions = new ArrayList<>();
    for (int at = part.indexOf(symbols.grouping());
        at >= 0;
        at = part.indexOf(symbols.grouping(), at + 1)) {
      String counted = toTheRight ? part.substring(at) : part.substring(0, at);
      positions.add(count(counted, symbols, true));
    }
    return positions;
  }

  private static int regular(List<Integer> positions) {
    int divisor = 0;
    for (int position : positions) {
      divisor = divisor(position, divisor);
    }
    for (int i = 1; i <= positions.size(); i++) {
      if (!positions.contains(i * divisor)) {
        return 0;
      }
    }
    return divisor;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
