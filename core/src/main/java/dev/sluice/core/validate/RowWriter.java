package dev.sluice.core.validate;

import dev.sluice.core.contract.DatasetContract;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes rows in the one form that later steps read: JSON Lines in UTF-8, an object a row, its
 * names those of the lake in the contract's order, its values the fields as text, an empty field
 * null. Every line ends with LF and no line holds another one, so nothing is left to guess: no
 * dialect, no quotes, no header, no kind of line end. A file without rows is one empty line, since
 * an object without content passes for a marker.
 *
 * <p>The lines are not compressed. They take about twice the bytes of the CSV, but Spark divides a
 * large file among its tasks, which gzip would not allow, and everybody can read them.
 *
 * <p>Memory does not grow with the file; with a row only where it may have to be taken back, that
 * is, where the contract tolerates bad rows. Not thread-safe.
 */
final class RowWriter {
  private static final int BUFFER = 1 << 16;

  /** How much of a field is escaped at a time; a byte becomes {@link #LONGEST_ESCAPE} at most. */
  private static final int PIECE = 1 << 11;

  private static final int LONGEST_ESCAPE = 6;
  private static final byte[] NULL = ascii("null");
  private static final byte[] END = ascii("}\n");
  private static final byte[][] ESCAPES = escapes();

  private final OutputStream out;
  private final byte[][] names;
  private final boolean takesBack;

  private byte[] buffer = new byte[BUFFER];
  private int length;

  /** Where the row at hand begins; below 0 where that was written already. */
  private int rowStart;

  private boolean empty = true;

  RowWriter(OutputStream out, DatasetContract contract) {
    this.out = out;
    this.takesBack = contract.toleratedBadRows() > 0;
    this.names = new byte[contract.columns().size()][];
    for (int i = 0; i < names.length; i++) {
      String name = contract.columns().get(i).lakeName();
      names[i] = ascii((i == 0 ? "{\"" : ",\"") + name + "\":");
    }
  }

  /** The next field of a row, well-formed UTF-8 without quotes around it. */
  void field(int index, byte[] bytes, int from, int to) throws IOException {
    append(names[index]);
    if (from == to) {
      append(NULL);
      return;
    }
    for (int at = from; at < to; at += PIECE) {
      room(PIECE * LONGEST_ESCAPE + 2);
      if (at == from) {
        buffer[length++] = '"';
      }
      escape(bytes, at, Math.min(to, at + PIECE));
    }
    buffer[length++] = '"';
  }

  /** The row is complete and stays. */
  void endRow() throws IOException {
    append(END);
    rowStart = length;
    empty = false;
  }

  /** The row is not written; only where the contract tolerates bad rows. */
  void dropRow() {
    length = rowStart;
  }

  /** Writes what is left; does not close the stream. */
  void finish() throws IOException {
    if (empty) {
      buffer[length++] = '\n';
    }
    out.write(buffer, 0, length);
    length = 0;
  }

  private void escape(byte[] bytes, int from, int to) {
    byte[] target = buffer;
    int write = length;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b < 0 || ESCAPES[b] == null) {
        target[write++] = b;
      } else {
        byte[] escape = ESCAPES[b];
        System.arraycopy(escape, 0, target, write, escape.length);
        write += escape.length;
      }
    }
    length = write;
  }

  private void append(byte[] ascii) throws IOException {
    room(ascii.length + 1);
    System.arraycopy(ascii, 0, buffer, length, ascii.length);
    length += ascii.length;
  }

  private void room(int needed) throws IOException {
    if (length + needed <= buffer.length) {
      return;
    }
    int done = takesBack ? rowStart : length;
    out.write(buffer, 0, done);
    System.arraycopy(buffer, done, buffer, 0, length - done);
    length -= done;
    rowStart -= done;
    if (length + needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + needed, buffer.length * 2));
    }
  }

  private static byte[][] escapes() {
    byte[][] escapes = new byte[128][];
    for (int c = 0; c < ' '; c++) {
      escapes[c] = ascii("\\u%04x".formatted(c));
    }
    escapes['\n'] = ascii("\\n");
    escapes['\r'] = ascii("\\r");
    escapes['\t'] = ascii("\\t");
    escapes['"'] = ascii("\\\"");
    escapes['\\'] = ascii("\\\\");
    return escapes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
