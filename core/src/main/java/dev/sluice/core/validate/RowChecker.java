package dev.sluice.core.validate;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import java.util.List;

/** Checks row by row what the scanner finds. */
final class RowChecker extends FieldSink {
  private final DatasetContract contract;
  private final Violations violations;
  private final Header header;
  private final byte quote;
  private final KeySet keys;
  private final int longestField;

  private CompiledColumns columns;
  private ByteWindow window;

  /** How many fields of the row were seen; from 1 while a field is looked at. */
  private int column;

  private long rowLine;
  private long fieldLine;
  private boolean rowIsBad;
  private long keyHash;
  private long rows;
  private long badRows;
  private boolean done;

  RowChecker(DatasetContract contract, Violations violations) {
    this.contract = contract;
    this.violations = violations;
    this.header = new Header(contract, violations);
    this.longestField = contract.limits().fieldBytes();
    this.quote = (byte) contract.dialect().quote();
    this.keys = contract.uniqueKey().isEmpty() ? null : new KeySet();
    if (!contract.dialect().header()) {
      columns = new CompiledColumns(contract, contract.columns());
    }
  }

  /** What the fields are read from, for the position of bytes. */
  void reads(ByteWindow source) {
    this.window = source;
  }

  long rows() {
    return rows;
  }

  long badRows() {
    return badRows;
  }

  /** True where there was a row at all, even if it was the header only. */
  boolean sawAnything() {
    return rows > 0 || (contract.dialect().header() && columns != null);
  }

  @Override
  void field(byte[] bytes, int from, int to, int flags, long line) {
    int index = column++;
    if (index == 0) {
      rowLine = line;
    }
    fieldLine = line;
    boolean readable = flags == 0 || readable(bytes, from, to, flags);
    int end = readable && (flags & ESCAPED) != 0 ? unescape(bytes, from, to) : to;
    if (end - from > longestField) {
      tooLong(line);
    } else if (columns == null) {
      addToHeader(bytes, from, end);
    } else if (readable && index < columns.count) {
      check(index, bytes, from, end);
    }
  }

  private void addToHeader(byte[] bytes, int from, int to) {
    done = done || !header.add(bytes, from, to, fieldLine);
  }

  private void check(int index, byte[] bytes, int from, int to) {
    if (from == to) {
      if (!columns.nullable[index]) {
        report(ViolationKind.NULL, "nothing", "a value");
      }
    } else {
      FieldCheck check = columns.checks[index];
      ViolationKind kind = check == null ? null : check.check(bytes, from, to);
      if (kind != null) {
        reportValue(kind, index, bytes, from, to);
      }
    }
    if (columns.inKey != null && columns.inKey[index]) {
      keyHash = KeySet.hash(keyHash, bytes, from, to);
    }
  }

  @Override
  void endRow(boolean terminated) {
    if (done) {
      return;
    }
    if (columns == null) {
      endHeader();
    } else {
      endDataRow(terminated);
    }
    column = 0;
    rowIsBad = false;
    keyHash = 0;
  }

  private void endHeader() {
    List<Column> matched = header.match(rowLine);
    columns = new CompiledColumns(contract, matched);
    // Nothing of this dataset is in the file: each row would only say so again.
    done = matched.stream().allMatch(found -> found == null);
  }

  private void endDataRow(boolean terminated) {
    if (column < columns.count && !terminated) {
      reportRow(
          ViolationKind.TRUNCATED,
          "the end of the file after " + column + (column == 1 ? " field" : " fields"),
          columns.count + " fields: the file was cut off");
    } else if (column != columns.count) {
      reportRow(ViolationKind.ROW_LENGTH, column + " fields", columns.count + " fields");
    } else if (keys != null && !rowIsBad && !keys.add(keyHash)) {
      reportRow(
          ViolationKind.DUPLICATE,
          "the key (" + String.join(", ", contract.uniqueKey()) + ") of an earlier row",
          "each key once");
    }
    rows++;
    badRows += rowIsBad ? 1 : 0;
    if (rows > contract.rows().max()) {
      reportRow(ViolationKind.ROW_COUNT, "more rows", contract.rows().max() + " rows at most");
      done = true;
    }
  }

  @Override
  void unclosedQuote(long line) {
    violations.addOfFile(
        ViolationKind.TRUNCATED,
        line,
        "a quote that is opened here and not closed",
        "a closing quote: the file was cut off or a quote is not doubled");
    done = true;
  }

  @Override
  void tooLong(long line) {
    violations.addOfFile(
        ViolationKind.NOT_CSV,
        line,
        "a field longer than " + longestField + " bytes",
        "shorter fields: a closing quote or the line breaks may be missing");
    done = true;
  }

  @Override
  boolean done() {
    return done;
  }

  private boolean readable(byte[] bytes, int from, int to, int flags) {
    if ((flags & NUL) != 0) {
      report(ViolationKind.ENCODING, "a NUL byte", "text");
      return false;
    }
    if ((flags & AFTER_QUOTE) != 0) {
      report(
          ViolationKind.SYNTAX,
          "text after a closing quote",
          "a delimiter or the end of the line there; quotes within quotes are doubled");
      return false;
    }
    if ((flags & STRAY) != 0) {
      report(
          ViolationKind.SYNTAX,
          "a quote or carriage return in a field without quotes",
          "quotes around the field, and quotes within doubled");
      return false;
    }
    int wrong = (flags & NON_ASCII) == 0 ? -1 : Utf8.firstMalformed(bytes, from, to);
    if (wrong >= 0) {
      report(
          ViolationKind.ENCODING,
          "byte 0x%02X at offset %d of the file".formatted(bytes[wrong], window.offsetOf(wrong)),
          "UTF-8: save the file in that encoding");
      return false;
    }
    return true;
  }

  private void reportValue(ViolationKind kind, int index, byte[] bytes, int from, int to) {
    if (violations.full()) {
      rowIsBad = true;
      violations.count(kind);
    } else {
      report(kind, columns.shown(index, bytes, from, to), columns.checks[index].expected(kind));
    }
  }

  private void report(ViolationKind kind, String found, String expected) {
    rowIsBad = true;
    String name = columns == null ? "" : columns.name(column - 1);
    violations.add(new Violation(fieldLine, column, name, kind, found, expected));
  }

  private void reportRow(ViolationKind kind, String found, String expected) {
    rowIsBad = true;
    violations.add(new Violation(rowLine, 0, "", kind, found, expected));
  }

  private int unescape(byte[] bytes, int from, int to) {
    int write = from;
    for (int read = from; read < to; read++) {
      bytes[write++] = bytes[read];
      if (bytes[read] == quote) {
        read++;
      }
    }
    return write;
  }
}
