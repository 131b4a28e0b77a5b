package dev.sluice.core.validate;

import java.nio.charset.StandardCharsets;

/** Fields as text, where text is needed. */
final class Texts {
  private static final int SHOWN = 60;

  private Texts() {}

  /** The bytes as characters of the same numbers; for numbers, where nothing else can match. */
  static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The field as a message shows it: quoted, on one line, shortened. */
  static String shown(byte[] bytes, int from, int to) {
    return shown(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  /** The text as a message shows it: quoted, on one line, shortened. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("'");
    int count = text.codePointCount(0, text.length());
    text.codePoints().limit(SHOWN).forEach(c -> append(shown, c));
    return shown.append(count > SHOWN ? "…'" : "'").toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (Character.isISOControl(c)) {
          shown.append("\\u%04X".formatted(c));
        } else {
          shown.appendCodePoint(c);
        }
      }
    }
  }
}
