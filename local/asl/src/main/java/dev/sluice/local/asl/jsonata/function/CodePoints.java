package dev.sluice.local.asl.jsonata.function;

import java.util.ArrayList;
import java.util.List;

/** Text by characters, where a character outside the basic plane counts once. */
final class CodePoints {
  private CodePoints() {}

  /**
   * JSONata's {@code $substring}.
   *
   * @param start from 0; counted from the end where it is negative
   * @param length characters, or null for all that follow
   */
  static String substring(String text, Number start, Number length) {
    int size = text.codePointCount(0, text.length());
    int from = clamp(start.doubleValue(), size);
    int to = size;
    if (length != null) {
      if (length.doubleValue() <= 0) {
        return "";
      }
      double first = Math.max(start.doubleValue(), -size);
      to = clamp((first < 0 ? size + first : first) + length.doubleValue(), size);
    }
    return from >= to
        ? ""
        : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private static int clamp(double index, int size) {
    double whole = index < 0 ? Math.ceil(index) : Math.floor(index);
    double absolute = whole < 0 ? Math.max(0, size + whole) : Math.min(whole, size);
    return (int) absolute;
  }

  /** The pieces between literal separators; every character for the empty separator. */
  static List<String> split(String text, String separator, int limit) {
    List<String> pieces = new ArrayList<>();
    if (separator.isEmpty()) {
      text.codePoints().limit(limit).forEach(point -> pieces.add(Character.toString(point)));
      return pieces;
    }
    int from = 0;
    for (int at = text.indexOf(separator);
        at >= 0 && pieces.size() < limit;
        at = text.indexOf(separator, from)) {
      pieces.add(text.substring(from, at));
      from = at + separator.length();
    }
    if (pieces.size() < limit) {
      pieces.add(text.substring(from));
    }
    return pieces;
  }
}
