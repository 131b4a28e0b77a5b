package dev.sluice.core.validate;

import java.io.IOException;

/** Takes the fields of a CSV file, one after the other. */
abstract class FieldSink {
  /** The field holds a byte above 127, so it must be checked to be UTF-8. */
  static final int NON_ASCII = 1;

  /** The field was quoted and holds doubled quotes, which are still doubled. */
  static final int ESCAPED = 2;

  /** The field was quoted; the range is what lies between the quotes. */
  static final int QUOTED = 4;

  /** A quote or a lone carriage return in a field that is not quoted. */
  static final int STRAY = 8;

  /** Something other than a delimiter or a line break follows the closing quote. */
  static final int AFTER_QUOTE = 16;

  /** The field holds NUL. */
  static final int NUL = 32;

  /**
   * One field; the range may be overwritten by the sink and is void after the call.
   *
   * @param line physical line on which the field begins
   */
  abstract void field(byte[] bytes, int from, int to, int flags, long line) throws IOException;

  /**
   * The row is complete.
   *
   * @param terminated false where the file ends instead of a line break
   */
  abstract void endRow(boolean terminated) throws IOException;

  /** A quoted field is not closed before the end of the file. */
  abstract void unclosedQuote(long line);

  /** A field is longer than the longest allowed one. */
  abstract void tooLong(long line);

  /** True where reading may stop. */
  abstract boolean done();
}
