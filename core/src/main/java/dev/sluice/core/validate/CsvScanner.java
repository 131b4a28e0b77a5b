package dev.sluice.core.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream of bytes into rows and fields. Rows end with LF or CRLF, blank lines are skipped,
 * quotes are doubled within quotes (RFC 4180). One buffer, which grows up to the longest field.
 */
final class CsvScanner {
  /** Longest buffer, thus field, in bytes; a quote that somebody forgot to close is found by it. */
  static final int LONGEST_FIELD = 1 << 20;

  private static final byte PLAIN = 0;
  private static final byte HIGH = 1;
  private static final byte END = 2;
  private static final byte QUOTE = 3;
  private static final byte ZERO = 4;

  private final InputStream in;
  private final FieldSink sink;
  private final byte delimiter;
  private final byte quote;
  private final byte[] classes = new byte[256];

  /** Every byte above it (and none below 0) is plain: most letters and digits need one look. */
  private final byte highestSpecial;

  /** Has a line feed after the last byte read, so that the inner loop needs no check of bounds. */
  private byte[] buffer;

  private int limit;
  private long base;
  private boolean ended;
  private long line = 1;

  private int position;
  private int fieldStart;
  private boolean rowOpen;

  /**
   * A scanner of what was read already and what follows it.
   *
   * @param head taken over as the buffer; its first {@code length} bytes are read
   * @param skip bytes at its start that are no content (a byte order mark)
   */
  CsvScanner(
      InputStream in,
      byte[] head,
      int length,
      int skip,
      char delimiter,
      char quote,
      FieldSink sink) {
    this.in = in;
    this.sink = sink;
    this.delimiter = (byte) delimiter;
    this.quote = (byte) quote;
    this.buffer = head;
    this.limit = length;
    this.position = skip;
    this.highestSpecial = (byte) Math.max(delimiter, quote);
    buffer[limit] = '\n';
    Arrays.fill(classes, 128, 256, HIGH);
    classes[0] = ZERO;
    classes['\n'] = END;
    classes['\r'] = END;
    classes[delimiter] = END;
    classes[quote] = QUOTE;
  }

  /** Absolute position of a byte of the range that the sink was given last, from 0. */
  long offsetOf(int index) {
    return base + index;
  }

  /** Bytes read so far. */
  long bytesRead() {
    return base + limit;
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
    fieldStart = position;
    if (position == limit && !refill()) {
      if (rowOpen) {
        emit(position, position, 0, line);
        sink.endRow(false);
      }
      return false;
    }
    if (!rowOpen && skipBlankLine()) {
      return true;
    }
    boolean goesOn = buffer[position] == quote ? quotedField() : plainField(position, 0);
    return goesOn && !sink.done();
  }

  /**
   * The usual case at full speed: whole fields within the buffer, without quotes, in rows that end
   * with LF. Stops before the first field that is anything else.
   */
  private void plainFields() {
    byte[] bytes = buffer;
    int start = position;
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
          position = start;
          return;
        }
      } else if (classes[b & 0xff] == PLAIN) {
        at++;
      } else {
        position = start;
        return;
      }
    }
  }

  private boolean skipBlankLine() throws IOException {
    byte first = buffer[position];
    if (first == '\r' && has(position + 1) && buffer[position + 1] == '\n') {
      position += 2;
    } else if (first == '\n') {
      position++;
    } else {
      return false;
    }
    line++;
    return true;
  }

  /** Reads from {@code at} to the end of a field without quotes around it. */
  private boolean plainField(int from, int knownFlags) throws IOException {
    int flags = knownFlags;
    int at = from;
    while (true) {
      byte[] bytes = buffer;
      byte kind = PLAIN;
      while (bytes[at] > highestSpecial || (kind = classes[bytes[at] & 0xff]) == PLAIN) {
        at++;
      }
      switch (kind) {
        case HIGH -> flags |= FieldSink.NON_ASCII;
        case QUOTE -> flags |= FieldSink.STRAY;
        case ZERO -> flags |= FieldSink.NUL;
        default -> {
          if (at == limit) {
            int done = at - fieldStart;
            boolean more = refill();
            at = fieldStart + done;
            if (more) {
              continue;
            }
            if (!ended) {
              sink.tooLong(line);
              return false;
            }
            return endField(at, at, flags, true);
          }
          if (bytes[at] != '\r') {
            return endField(at, at, flags, false);
          }
          int done = at - fieldStart;
          boolean feed = has(at + 1) && buffer[fieldStart + done + 1] == '\n';
          at = fieldStart + done;
          if (feed) {
            return endField(at, at + 1, flags, false);
          }
          flags |= FieldSink.STRAY;
        }
      }
      at++;
    }
  }

  private boolean quotedField() throws IOException {
    long startLine = line;
    int flags = FieldSink.QUOTED;
    int at = position + 1;
    while (true) {
      byte[] bytes = buffer;
      byte kind;
      while ((kind = classes[bytes[at] & 0xff]) == PLAIN) {
        at++;
      }
      if (at == limit) {
        int done = at - fieldStart;
        if (!refill()) {
          if (ended) {
            sink.unclosedQuote(startLine);
          } else {
            sink.tooLong(startLine);
          }
          return false;
        }
        at = fieldStart + done;
        continue;
      }
      if (kind == HIGH) {
        flags |= FieldSink.NON_ASCII;
      } else if (kind == ZERO) {
        flags |= FieldSink.NUL;
      } else if (kind == END && bytes[at] == '\n') {
        line++;
      } else if (kind == QUOTE) {
        int done = at - fieldStart;
        boolean more = has(at + 1);
        at = fieldStart + done;
        if (more && buffer[at + 1] == quote) {
          flags |= FieldSink.ESCAPED;
          at++;
        } else {
          return closeQuoted(at, more, flags, startLine);
        }
      }
      at++;
    }
  }

  private boolean closeQuoted(int closing, boolean more, int flags, long startLine)
      throws IOException {
    int from = fieldStart + 1;
    if (!more && !ended) {
      sink.tooLong(startLine);
      return false;
    }
    if (!more) {
      emit(from, closing, flags, startLine);
      sink.endRow(false);
      position = limit;
      rowOpen = false;
      return false;
    }
    byte next = buffer[closing + 1];
    if (next == delimiter || next == '\n') {
      emit(from, closing, flags, startLine);
      finish(closing + 1);
      return true;
    }
    if (next == '\r') {
      int length = closing - fieldStart;
      boolean feed = has(closing + 2) && buffer[fieldStart + length + 2] == '\n';
      if (feed) {
        emit(fieldStart + 1, fieldStart + length, flags, startLine);
        finish(fieldStart + length + 2);
        return true;
      }
      return plainField(fieldStart + length + 1, flags | FieldSink.AFTER_QUOTE);
    }
    return plainField(closing + 1, flags | FieldSink.AFTER_QUOTE);
  }

  /** Hands over the field that ends before {@code to}; {@code last} is the end of its separator. */
  private boolean endField(int to, int last, int flags, boolean endOfFile) {
    emit(fieldStart, to, flags, line);
    if (endOfFile) {
      sink.endRow(false);
      rowOpen = false;
      return false;
    }
    finish(last);
    return true;
  }

  private void emit(int from, int to, int flags, long startLine) {
    sink.field(buffer, from, to, flags, startLine);
  }

  /** Goes past the separator at that index, a delimiter or a line feed. */
  private void finish(int separator) {
    rowOpen = buffer[separator] == delimiter;
    if (!rowOpen) {
      line++;
      sink.endRow(true);
    }
    position = separator + 1;
  }

  /** True where there is a byte at that index, which may move the field within the buffer. */
  private boolean has(int index) throws IOException {
    return index < limit || refill();
  }

  /** Reads more behind the field at hand; false at the end, or where the field is too long. */
  private boolean refill() throws IOException {
    int kept = limit - fieldStart;
    if (fieldStart > 0) {
      System.arraycopy(buffer, fieldStart, buffer, 0, kept);
      base += fieldStart;
      position -= fieldStart;
      fieldStart = 0;
      limit = kept;
    }
    if (kept + 1 >= buffer.length) {
      if (buffer.length >= LONGEST_FIELD) {
        return false;
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, limit, buffer.length - 1 - limit);
    if (count <= 0) {
      ended = true;
      buffer[limit] = '\n';
      return false;
    }
    limit += count;
    buffer[limit] = '\n';
    return true;
  }
}
