package dev.sluice.core.validate;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.DatasetContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Checks row by row what the scanner finds. */
final class RowChecker extends FieldSink {
  private final DatasetContract contract;
  private final Violations violations;
  private final Optional<KeySet> keys;
  private final byte quote;

  private Header header;
  private List<Column> columns;
  private FieldCheck[] checks;
  private boolean[] nullable;
  private boolean[] inKey;
  private CsvScanner scanner;

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
    this.keys = contract.uniqueKey().isEmpty() ? Optional.empty() : Optional.of(new KeySet());
    this.quote = (byte) contract.dialect().quote();
    if (contract.dialect().header()) {
      header = new Header(contract, violations);
    } else {
      prepare(contract.columns());
    }
  }

  /** The scanner that feeds this, for the position of bytes. */
  void reads(CsvScanner source) {
    this.scanner = source;
  }

  long rows() {
    return rows;
  }

  boolean sawHeader() {
    return header != null && checks != null;
  }

  long badRows() {
    return badRows;
  }

  private void prepare(List<Column> matched) {
    columns = matched;
    int count = matched.size();
    checks = new FieldCheck[count];
    nullable = new boolean[count];
    inKey = contract.uniqueKey().isEmpty() ? null : new boolean[count];
    for (int i = 0; i < count; i++) {
      Column col = matched.get(i);
      checks[i] = col == null ? null : Checks.of(col);
      nullable[i] = col == null || col.nullable();
      if (inKey != null) {
        inKey[i] = col != null && contract.uniqueKey().contains(col.lakeName());
      }
    }
  }

  @Override
  void field(byte[] bytes, int from, int to, int flags, long line) {
    int index = column++;
    if (index == 0) {
      rowLine = line;
    }
    fieldLine = line;
    int end = to;
    if (flags != 0) {
      if (!readable(bytes, from, to, flags)) {
        return;
      }
      if ((flags & ESCAPED) != 0) {
        end = unescape(bytes, from, to);
      }
    }
    if (checks == null) {
      header.add(new String(bytes, from, end - from, StandardCharsets.UTF_8));
      return;
    }
    if (index >= checks.length) {
      return;
    }
    if (from == end) {
      if (!nullable[index]) {
        report(ViolationKind.NULL, "nothing", "a value");
      }
    } else {
      FieldCheck check = checks[index];
      if (check != null) {
        ViolationKind kind = check.check(bytes, from, end);
        if (kind != null) {
          reportValue(kind, bytes, from, end);
        }
      }
    }
    if (inKey != null && inKey[index]) {
      keyHash = KeySet.hash(keyHash, bytes, from, end);
    }
  }

  @Override
  void endRow(boolean terminated) {
    if (checks == null) {
      endHeader();
    } else {
      if (column != checks.length) {
        wrongLength(terminated);
      } else if (keys.isPresent() && !rowIsBad && !keys.get().add(keyHash)) {
        duplicate();
      }
      rows++;
      if (rowIsBad) {
        badRows++;
      }
      if (rows > contract.rows().max()) {
        violations.addOfFile(
            ViolationKind.ROW_COUNT, rowLine, "more rows", contract.rows().max() + " at most");
        done = true;
      }
    }
    column = 0;
    rowIsBad = false;
    keyHash = 0;
  }

  private void endHeader() {
    List<Column> matched = header.match(rowLine);
    prepare(matched);
    // Nothing of this dataset is in the file: each row would only say so again.
    done = matched.stream().allMatch(col -> col == null);
  }

  private void wrongLength(boolean terminated) {
    column = Math.min(column, checks.length + 1);
    if (!terminated && column < checks.length) {
      rowIsBad = true;
      violations.addOfFile(
          ViolationKind.TRUNCATED,
          rowLine,
          "the end of the file after " + column + " fields",
          checks.length + " fields: the file was cut off");
      return;
    }
    rowIsBad = true;
    String found =
        column > checks.length ? "more than " + checks.length + " fields" : column + " fields";
    violations.add(
        new Violation(rowLine, 0, "", ViolationKind.ROW_LENGTH, found, checks.length + " fields"));
  }

  private void duplicate() {
    rowIsBad = true;
    violations.add(
        new Violation(
            rowLine,
            0,
            "",
            ViolationKind.DUPLICATE,
            "the key (" + String.join(", ", contract.uniqueKey()) + ") of an earlier row",
            "each key once"));
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
        ViolationKind.NOT_CSV, line, "a field longer than 1 MiB", "fields of at most 1 MiB");
    done = true;
  }

  @Override
  boolean done() {
    return done;
  }

  private boolean readable(byte[] bytes, int from, int to, int flags) {
    if ((flags & BROKEN) != 0) {
      if ((flags & NUL) != 0) {
        report(ViolationKind.ENCODING, "a NUL byte", "text");
      } else if ((flags & AFTER_QUOTE) != 0) {
        report(
            ViolationKind.SYNTAX,
            "text after a closing quote",
            "a delimiter or the end of the line");
      } else {
        report(
            ViolationKind.SYNTAX,
            "a quote or carriage return inside a field without quotes",
            "quotes around the field, and quotes within doubled");
      }
      return false;
    }
    if ((flags & NON_ASCII) != 0) {
      int wrong = Utf8.firstMalformed(bytes, from, to);
      if (wrong >= 0) {
        report(
            ViolationKind.ENCODING,
            "byte 0x%02X at offset %d of the file".formatted(bytes[wrong], scanner.offsetOf(wrong)),
            "UTF-8");
        return false;
      }
    }
    return true;
  }

  private void report(ViolationKind kind, String found, String expected) {
    rowIsBad = true;
    if (violations.full()) {
      violations.count(kind);
      return;
    }
    Column col = columns != null && column <= columns.size() ? columns.get(column - 1) : null;
    violations.add(
        new Violation(fieldLine, column, col == null ? "" : col.name(), kind, found, expected));
  }

  private void reportValue(ViolationKind kind, byte[] bytes, int from, int to) {
    rowIsBad = true;
    if (violations.full()) {
      violations.count(kind);
      return;
    }
    Column col = columns.get(column - 1);
    String found =
        col.pii().isPresent()
            ? "a value of %d bytes (hidden: personal)".formatted(to - from)
            : Texts.shown(bytes, from, to);
    report(kind, found, checks[column - 1].expected(kind));
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
