package dev.sluice.core.contract;

/**
 * How a dataset's CSV files are written. A quote inside a quoted field is doubled, as RFC 4180
 * says.
 *
 * @param delimiter between two fields, one ASCII character
 * @param quote around fields that hold a delimiter, a quote or a line break, one ASCII character
 * @param header whether the first row names the columns
 */
public record CsvDialect(char delimiter, char quote, boolean header) {
  /** Comma, double quote, with a header. */
  public static final CsvDialect DEFAULT = new CsvDialect(',', '"', true);

  public CsvDialect {
    requireSeparator("delimiter", delimiter);
    requireSeparator("quote", quote);
    if (delimiter == quote) {
      throw new IllegalArgumentException(
          "delimiter and quote are both '" + quote + "', expected two different characters");
    }
  }

  /** True for characters that may delimit or quote: ASCII, neither a line break nor NUL. */
  public static boolean isSeparator(char c) {
    return c > 0 && c < 128 && c != '\n' && c != '\r';
  }

  private static void requireSeparator(String what, char c) {
    if (!isSeparator(c)) {
      throw new IllegalArgumentException(
          what
              + " is U+%04X, expected an ASCII character other than a line break"
                  .formatted((int) c));
    }
  }
}
