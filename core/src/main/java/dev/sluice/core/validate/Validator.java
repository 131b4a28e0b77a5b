package dev.sluice.core.validate;

import dev.sluice.core.contract.CsvDialect;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.contract.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Checks files of one dataset. Immutable; one validator may serve several threads.
 *
 * <p>A verdict on data is a {@link ValidationReport}, never an exception.
 */
public final class Validator {
  /** How many violations a report keeps; further ones are counted. */
  public static final int KEPT_VIOLATIONS = 20;

  private static final int BUFFER = 1 << 16;

  private final DatasetContract contract;

  public Validator(DatasetContract contract) {
    this.contract = contract;
  }

  /** Shorthand for {@code new Validator(contract).validate(in)}. */
  public static ValidationReport validate(InputStream in, DatasetContract contract)
      throws IOException {
    return new Validator(contract).validate(in);
  }

  /**
   * Reads the stream to its end, or up to where the verdict is certain and more would not help.
   * Does not close it.
   *
   * @throws IOException only where reading fails
   */
  public ValidationReport validate(InputStream in) throws IOException {
    Violations violations = new Violations(KEPT_VIOLATIONS);
    Limits size = contract.size();
    SizeGuard guarded = new SizeGuard(in, size.max());
    byte[] head = new byte[BUFFER];
    int length = guarded.readNBytes(head, 0, BUFFER - 1);
    int mark = Sniffer.byteOrderMark(head, length);
    Optional<String> binary = Sniffer.binary(head, length);
    RowChecker rows = new RowChecker(contract, violations);
    long bytes = length;
    if (binary.isPresent()) {
      violations.addOfFile(ViolationKind.NOT_CSV, 0, binary.get(), "CSV text in UTF-8");
    } else if (length > mark) {
      bytes = scan(guarded, head, length, mark, rows);
    }
    judge(violations, guarded, bytes, rows);
    boolean valid = !violations.fileIsBad() && rows.badRows() <= contract.toleratedBadRows();
    return new ValidationReport(
        contract.name(),
        valid,
        bytes,
        rows.rows(),
        rows.badRows(),
        violations.kept(),
        violations.counts());
  }

  private long scan(SizeGuard in, byte[] head, int length, int mark, RowChecker rows)
      throws IOException {
    CsvDialect dialect = contract.dialect();
    ByteWindow window = new ByteWindow(in, head, length, mark, contract.limits().fieldBytes());
    rows.reads(window);
    new CsvScanner(window, dialect.delimiter(), dialect.quote(), rows).scan();
    return window.bytesRead();
  }

  private void judge(Violations violations, SizeGuard in, long bytes, RowChecker rows) {
    if (in.exceeded) {
      violations.addOfFile(
          ViolationKind.FILE_SIZE, 0, "more bytes", contract.size().max() + " bytes at most");
    } else if (violations.fileIsBad()) {
      return;
    } else if (!rows.sawAnything()) {
      violations.addOfFile(
          ViolationKind.EMPTY_FILE,
          0,
          bytes == 0 ? "an empty file" : "blank lines only",
          "a header and rows");
    } else if (bytes < contract.size().min()) {
      violations.addOfFile(
          ViolationKind.FILE_SIZE, 0, bytes + " bytes", contract.size().min() + " bytes at least");
    } else if (rows.rows() < contract.rows().min()) {
      violations.addOfFile(
          ViolationKind.ROW_COUNT,
          0,
          rows.rows() + " rows",
          contract.rows().min() + " rows at least");
    }
  }

  /** Ends the stream after the largest allowed size. */
  private static final class SizeGuard extends FilterInputStream {
    private long left;
    private boolean exceeded;

    SizeGuard(InputStream in, long max) {
      super(in);
      this.left = max;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        exceeded = exceeded || in.read() >= 0;
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(left, length));
      left -= Math.max(0, count);
      return count;
    }
  }
}
