package dev.sluice.demo.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes rows in PostgreSQL's COPY text format: a value a call, in the order of the table's
 * columns, then {@link #end()}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class CopyRows {
  private static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final StringBuilder line = new StringBuilder(CHUNK + 4096);
  private boolean first = true;
  private long rows;

  CopyRows(OutputStream out) {
    this.out = out;
  }

  CopyRows text(String value) {
    separate();
    if (value == null) {
      line.append("\\N");
    } else {
      escape(value);
    }
    return this;
  }

  CopyRows number(long value) {
    separate();
    line.append(value);
    return this;
  }

  CopyRows number(double value) {
    separate();
    line.append(value);
    return this;
  }

  CopyRows bool(boolean value) {
    separate();
    line.append(value ? 't' : 'f');
    return this;
  }

  /** A decimal with four places, given in ten-thousandths. */
  CopyRows money(long tenThousandths) {
    separate();
    line.append(BigDecimal.valueOf(tenThousandths, 4).toPlainString());
    return this;
  }

  /** Anything whose {@code toString} PostgreSQL reads: instants, dates, UUIDs; null is NULL. */
  CopyRows value(Object value) {
    return text(value == null ? null : value.toString());
  }

  CopyRows bytes(byte[] value) {
    return text(value == null ? null : "\\x" + HexFormat.of().formatHex(value));
  }

  /** An array; a null element is NULL, a null list a NULL array. */
  CopyRows array(List<?> values) {
    if (values == null) {
      return text(null);
    }
    StringBuilder array = new StringBuilder("{");
    for (Object value : values) {
      if (array.length() > 1) {
        array.append(',');
      }
      if (value == null) {
        array.append("NULL");
      } else {
        array.append('"');
        array.append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""));
        array.append('"');
      }
    }
    return text(array.append('}').toString());
  }

  void end() throws IOException {
    line.append('\n');
    first = true;
    rows++;
    if (line.length() >= CHUNK) {
      flush();
    }
  }

  /** Hands over what is still held; returns how many rows were written in all. */
  long finish() throws IOException {
    flush();
    return rows;
  }

  private void flush() throws IOException {
    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  private void separate() {
    if (!first) {
      line.append('\t');
    }
    first = false;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
