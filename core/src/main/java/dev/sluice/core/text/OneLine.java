package dev.sluice.core.text;

/**
 * Text from outside (keys of objects, fields of files, causes of errors) as part of one line of a
 * mail, a table or a terminal. A key may hold any character: with a line break in it, it would
 * write lines of its own; with an escape character, it would move the terminal's cursor; with a
 * character that turns the direction, it would show another name.
 */
public final class OneLine {
  private OneLine() {}

  /** The text with each such character written as in a Java string: {@code \n}, {@code \u001B}. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(OneLine::disturbs)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (disturbs(c)) {
                line.append(escape(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  private static boolean disturbs(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isBmpCodePoint(codePoint)
              ? "\\u%04X".formatted(codePoint)
              : "\\u{%X}".formatted(codePoint);
    };
  }
}
