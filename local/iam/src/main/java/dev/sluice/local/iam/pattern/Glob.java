package dev.sluice.local.iam.pattern;

/**
 * Matches whole texts against characters and wildcards. Time grows with the product of both lengths
 * at worst, never exponentially. Immutable.
 */
final class Glob {
  private final int[] symbols;

  Glob(int[] symbols) {
    this.symbols = symbols.clone();
  }

  /** {@code *} is any text, {@code ?} any one character. */
  static Glob of(String pattern) {
    return new Glob(new Symbols().pattern(pattern).toArray());
  }

  boolean matches(CharSequence text) {
    int at = 0;
    int symbol = 0;
    int retrySymbol = -1;
    int retryAt = 0;
    while (at < text.length()) {
      if (symbol < symbols.length && symbols[symbol] == Symbols.ANY_TEXT) {
        retrySymbol = ++symbol;
        retryAt = at;
      } else if (symbol < symbols.length && fits(symbols[symbol], text.charAt(at))) {
        symbol++;
        at++;
      } else if (retrySymbol >= 0) {
        symbol = retrySymbol;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (symbol < symbols.length && symbols[symbol] == Symbols.ANY_TEXT) {
      symbol++;
    }
    return symbol == symbols.length;
  }

  private static boolean fits(int symbol, char c) {
    return symbol == c || symbol == Symbols.ANY_CHARACTER;
  }
}
