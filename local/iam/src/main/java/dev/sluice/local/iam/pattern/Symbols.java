package dev.sluice.local.iam.pattern;

import java.util.Arrays;

/** A pattern under construction: characters, and the wildcards that are none. Not thread-safe. */
final class Symbols {
  /** Any text, also none. */
  static final int ANY_TEXT = -1;

  /** Exactly one character. */
  static final int ANY_CHARACTER = -2;

  private int[] symbols = new int[32];
  private int size;

  Symbols literal(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }

  /** Text in which {@code *} and {@code ?} are wildcards. */
  Symbols pattern(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      add(c == '*' ? ANY_TEXT : c == '?' ? ANY_CHARACTER : c);
    }
    return this;
  }

  private void add(int symbol) {
    if (size == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * size);
    }
    symbols[size++] = symbol;
  }

  int[] toArray() {
    return Arrays.copyOf(symbols, size);
  }
}
