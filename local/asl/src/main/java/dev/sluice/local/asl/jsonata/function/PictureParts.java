package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.JException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sub-picture of {@code $formatNumber} taken apart.
 *
 * @param exponent null where there is none
 */
record PictureParts(String prefix, String suffix, String whole, String fraction, String exponent) {

  static PictureParts of(String picture, PictureSymbols symbols) {
    int[] points = picture.codePoints().toArray();
    int from = 0;
    while (from < points.length && !begins(points[from], symbols)) {
      from++;
    }
    from = from == points.length ? 0 : from;
    int to = points.length;
    while (to > from && !begins(points[to - 1], symbols)) {
      to--;
    }
    to = to == from ? points.length : to;
    String active = new String(points, from, to - from);
    // The exponent's sign at the end of the number has no digits behind it, which is refused.
    if (to < points.length && symbols.exponent().codePointAt(0) == points[to]) {
      active += symbols.exponent();
    }
    int e = active.indexOf(symbols.exponent());
    String mantissa = e < 0 ? active : active.substring(0, e);
    int dot = mantissa.indexOf(symbols.decimal());
    PictureParts parts =
        new PictureParts(
            new String(points, 0, from),
            new String(points, to, points.length - to),
            dot < 0 ? mantissa : mantissa.substring(0, dot),
            dot < 0 ? "" : mantissa.substring(dot + symbols.decimal().length()),
            e < 0 ? null : active.substring(e + symbols.exponent().length()));
    parts.check(picture, active, mantissa, symbols);
    return parts;
  }

  private static boolean begins(int point, PictureSymbols symbols) {
    return symbols.isActive(point) && symbols.exponent().codePointAt(0) != point;
  }

  private void check(String picture, String active, String mantissa, PictureSymbols symbols) {
    boolean percent = picture.contains(symbols.percent());
    boolean perMille = picture.contains(symbols.perMille());
    Map<String, Boolean> broken = new LinkedHashMap<>();
    broken.put("D3081", twice(picture, symbols.decimal()));
    broken.put("D3082", twice(picture, symbols.percent()));
    broken.put("D3083", twice(picture, symbols.perMille()));
    broken.put("D3084", percent && perMille);
    broken.put("D3085", mantissa.codePoints().noneMatch(p -> counts(p, symbols)));
    broken.put("D3086", !active.codePoints().allMatch(symbols::isActive));
    broken.put("D3087", beside(mantissa, symbols));
    boolean hasPoint = mantissa.contains(symbols.decimal());
    broken.put("D3088", !hasPoint && mantissa.endsWith(symbols.grouping()));
    broken.put("D3089", picture.contains(symbols.grouping() + symbols.grouping()));
    broken.put("D3090", follows(whole, symbols));
    broken.put("D3091", follows(new StringBuilder(fraction).reverse().toString(), symbols));
    broken.put("D3092", exponent != null && !exponent.isEmpty() && (percent || perMille));
    broken.put(
        "D3093",
        exponent != null
            && (exponent.isEmpty() || !exponent.codePoints().allMatch(symbols::isDigit)));
    // The reference names the last rule that is broken.
    broken.entrySet().stream()
        .filter(Map.Entry::getValue)
        .reduce((first, second) -> second)
        .ifPresent(
            rule -> {
              throw new JException(rule.getKey(), -1);
            });
  }

  private static boolean counts(int point, PictureSymbols symbols) {
    return symbols.isDigit(point) || symbols.isOptional(point);
  }

  private static boolean twice(String text, String symbol) {
    return text.indexOf(symbol) != text.lastIndexOf(symbol);
  }

  private static boolean beside(String mantissa, PictureSymbols symbols) {
    return mantissa.contains(symbols.grouping() + symbols.decimal())
        || mantissa.contains(symbols.decimal() + symbols.grouping());
  }

  /** True where an optional digit follows one that is not. */
  private static boolean follows(String part, PictureSymbols symbols) {
    boolean seen = false;
    for (int point : part.codePoints().toArray()) {
      if (seen && symbols.isOptional(point)) {
        return true;
      }
      seen |= symbols.isDigit(point);
    }
    return false;
  }
}
