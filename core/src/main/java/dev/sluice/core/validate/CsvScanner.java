package dev.sluice.core.validate;

import java.io.IOException;
import java.util.Arrays;

/**
 * Splits a stream of bytes into rows and fields. Rows end with LF or CRLF, blank lines are skipped,
 * quotes are doubled within quotes (RFC 4180).
 */
final class CsvScanner {
  private static final byte PLAIN = 0;
  private static final byte HIGH = 1;
  private static final byte END = 2;
  private static final byte QUOTE = 3;
  private static final byte ZERO = 4;

  private final ByteWindow window;
  private final FieldSink sink;
  private final byte delimiter;
  private final byte quote;
  private final byte[] classes = new byte[256];

  /** Every byte above it (and none below 0) is plain: most letters and digits need one look. */
  private final byte highestSpecial;

  private long line = 1;
  private boolean rowOpen;

  CsvScanner(ByteWindow window, char delimiter, char quote, FieldSink sink) {
    this.window = window;
    this.sink = sink;
    this.delimiter = (byte) delimiter;
    this.quote = (byte) quote;
    this.highestSpecial = (byte) Math.max(Math.max(delimiter, quote), '\r');
    Arrays.fill(classes, 128, 256, HIGH);
    classes[0] = ZERO;
    classes['\n'] = END;
    classes['\r'] = END;
    classes[delimiter] = END;
    classes[quote] = QUOTE;
  }

  /** Reads to the end, or until the sink has enough. */
  void scan() throws IOException {
    boolean goesOn = !sink.done();
    while (goesOn) {
      goesOn = step();
    }
  }

  /** Reads what is plain and one field that is not; false at the end. */
  private boolean step() throws IOException {
    plainFields();
    if (sink.done()) {
      return false;
    }
    if (!window.has(window.start)) {
      if (rowOpen) {
        emit(window.start, 0, line);
        sink.endRow(false);
      }
      return false;
    }
    if (!rowOpen && skipBlankLine()) {
      return true;
    }
    boolean quoted = window.bytes[window.start] == quote;
    boolean goesOn = quoted ? quotedField() : plainField(window.start, 0, line);
    return goesOn && !sink.done();
  }

  /**
   * The usual case at full speed: whole fields within the window, without quotes, in rows that end
   * with LF. Stops before the first field that is anything else.
   */
  private void plainFields() throws IOException {
    byte[] bytes = window.bytes;
    int limit = window.limit;
    int start = window.start;
    int at = start;
    int flags = 0;
    byte highest = highestSpecial;
    byte comma = delimiter;
    while (true) {
      byte b = bytes[at];
      while (b > highest) {
        b = bytes[++at];
      }
      if (b == comma) {
        sink.field(bytes, start, at, flags, line);
        rowOpen = true;
        start = ++at;
        flags = 0;
      } else if (b < 0) {
        flags = FieldSink.NON_ASCII;
        at++;
      } else if (b == '\n' && at < limit && (rowOpen || at > start)) {
        sink.field(bytes, start, at, flags, line++);
        sink.endRow(true);
        rowOpen = false;
        start = ++at;
        flags = 0;
        if (sink.done()) {
          break;
        }
      } else if (classes[b & 0xff] == PLAIN) {
        at++;
      } else {
        break;
      }
    }
    window.start = start;
  }

  private boolean skipBlankLine() throws IOException {
    byte first = window.bytes[window.start];
    if (first == '\n') {
      window.start++;
    } else if (first == '\r'
        && window.has(window.start + 1)
        && window.bytes[window.start + 1] == '\n') {
      window.start += 2;
    } else {
      return false;
    }
    line++;
    return true;
  }

  /** Reads from {@code from} to the end of a field without quotes around it. */
  private boolean plainField(int from, int knownFlags, long startLine) throws IOException {
    int flags = knownFlags;
    int at = from;
    while (true) {
      at = skipPlain(at);
      int length = at - window.start;
      switch (classes[window.bytes[at] & 0xff]) {
        case HIGH -> flags |= FieldSink.NON_ASCII;
        case QUOTE -> flags |= FieldSink.STRAY;
        case ZERO -> flags |= FieldSink.NUL;
        default -> {
          if (at == window.limit) {
            if (!window.refill()) {
              return endOfFile(window.start + length, flags, startLine);
            }
            at = window.start + length;
            continue;
          }
          if (window.bytes[at] != '\r') {
            return endField(at, at, flags, startLine);
          }
          boolean feed = window.has(at + 1) && window.bytes[window.start + length + 1] == '\n';
          at = window.start + length;
          if (feed) {
            return endField(at, at + 1, flags, startLine);
          }
          flags |= FieldSink.STRAY;
        }
      }
      at++;
    }
  }

  private boolean endOfFile(int to, int flags, long startLine) throws IOException {
    if (window.ended()) {
      emit(to, flags, startLine);
      sink.endRow(false);
    } else {
      sink.tooLong(startLine);
    }
    return false;
  }

  private boolean quotedField() throws IOException {
    long startLine = line;
    int flags = FieldSink.QUOTED;
    int at = window.start + 1;
    while (true) {
      at = skipPlain(at);
      int length = at - window.start;
      if (at == window.limit) {
        if (!window.refill()) {
          return unclosed(startLine);
        }
        at = window.start + length;
        continue;
      }
      switch (classes[window.bytes[at] & 0xff]) {
        case HIGH -> flags |= FieldSink.NON_ASCII;
        case ZERO -> flags |= FieldSink.NUL;
        case QUOTE -> {
          boolean more = window.has(at + 1);
          at = window.start + length;
          if (!more || window.bytes[at + 1] != quote) {
            return closeQuoted(at, more, flags, startLine);
          }
          flags |= FieldSink.ESCAPED;
          at++;
        }
        default -> line += window.bytes[at] == '\n' ? 1 : 0;
      }
      at++;
    }
  }

  private boolean unclosed(long startLine) {
    if (window.ended()) {
      sink.unclosedQuote(startLine);
    } else {
      sink.tooLong(startLine);
    }
    return false;
  }

  private boolean closeQuoted(int closing, boolean more, int flags, long startLine)
      throws IOException {
    if (!more) {
      return endOfFile(closing, flags, startLine);
    }
    byte next = window.bytes[closing + 1];
    if (next == delimiter || next == '\n') {
      return endField(closing, closing + 1, flags, startLine);
    }
    int length = closing - window.start;
    boolean feed =
        next == '\r' && window.has(closing + 2) && window.bytes[window.start + length + 2] == '\n';
    int quoteAt = window.start + length;
    return feed
        ? endField(quoteAt, quoteAt + 2, flags, startLine)
        : plainField(quoteAt + 1, flags | FieldSink.AFTER_QUOTE, startLine);
  }

  private int skipPlain(int from) {
    byte[] bytes = window.bytes;
    int at = from;
    while (bytes[at] > highestSpecial || classes[bytes[at] & 0xff] == PLAIN) {
      at++;
    }
    return at;
  }

  /** The field ends before {@code to}, its separator (a delimiter or a line feed) at that index. */
  private boolean endField(int to, int separator, int flags, long startLine) throws IOException {
    emit(to, flags, startLine);
    rowOpen = window.bytes[separator] == delimiter;
    if (!rowOpen) {
      line++;
      sink.endRow(true);
    }
    window.start = separator + 1;
    return true;
  }

  private void emit(int to, int flags, long startLine) throws IOException {
    boolean quoted = (flags & FieldSink.QUOTED) != 0;
    sink.field(window.bytes, quoted ? window.start + 1 : window.start, to, flags, startLine);
  }
}
