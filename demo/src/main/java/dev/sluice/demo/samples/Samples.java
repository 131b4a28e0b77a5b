package dev.sluice.demo.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the shop's files: 16 months of sales (about 21,000 rows), four years of marketing (1,461
 * days in 8 files), and one file a {@link Flaw}.
 */
public final class Samples {
  /** The seed that the command line uses unless told otherwise. */
  public static final long SEED = 2019;

  private static final YearMonth FIRST_MONTH = YearMonth.of(2019, 1);
  private static final int MONTHS = 16;
  private static final int ROWS_A_MONTH = 1312;
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
  private static final LocalDate END = LocalDate.of(2023, 1, 1);
  private static final int DRAIN = 1 << 16;

  private Samples() {}

  /**
   * Writes every file below {@code directory}, in {@code sales/} and {@code marketing/}; existing
   * ones of the same names are replaced.
   */
  public static SampleManifest write(Path directory, long seed) throws IOException {
    List<SampleFile> files = new ArrayList<>(writeValid(directory, seed).files());
    files.addAll(new WrongFiles(new Dice(seed).forPart("wrong")).write(directory));
    return new SampleManifest(files);
  }

  /** Like {@link #write}, without the files that are wrong. */
  public static SampleManifest writeValid(Path directory, long seed) throws IOException {
    List<SampleFile> files = new ArrayList<>();
    Dice dice = new Dice(seed);
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = FIRST_MONTH.plusMonths(i);
      String key = "sales/sales_%d_%02d.csv".formatted(month.getYear(), month.getMonthValue());
      // Every fourth month comes from a spreadsheet.
      CsvText csv = i % 4 == 2 ? CsvText.ofSpreadsheet() : CsvText.plain();
      int rows = salesOf(month, csv, dice.forPart(key));
      files.add(put(directory, new SampleFile("sales", key, rows, Optional.empty()), csv.bytes()));
    }
    files.addAll(marketing(directory, dice.forPart("marketing")));
    return new SampleManifest(files);
  }

  /**
   * Writes one valid sales file of at least that size in constant memory, for benchmarks.
   *
   * @return rows written
   */
  public static long largeSales(OutputStream out, long seed, long bytes) throws IOException {
    Dice dice = new Dice(seed).forPart("large");
    SalesRows sales = new SalesRows(dice);
    CsvText csv = CsvText.plain();
    csv.row(SalesRows.HEADER);
    long written = 0;
    long rows = 0;
    while (written < bytes) {
      csv.row(sales.row(FIRST_DAY.plusDays(rows / 1000 % 3650)));
      rows++;
      if (csv.length() > DRAIN || written + csv.length() >= bytes) {
        byte[] part = csv.drain();
        out.write(part);
        written += part.length;
      }
    }
    return rows;
  }

  static int salesOf(YearMonth month, CsvText csv, Dice dice) {
    SalesRows sales = new SalesRows(dice);
    int rows = ROWS_A_MONTH + dice.between(-60, 60);
    csv.row(SalesRows.HEADER);
    for (int i = 0; i < rows; i++) {
      int day = 1 + i * month.lengthOfMonth() / rows;
      csv.row(sales.row(month.atDay(day)));
    }
    return rows;
  }

  private static List<SampleFile> marketing(Path directory, Dice dice) throws IOException {
    List<SampleFile> files = new ArrayList<>();
    MarketingDays days = new MarketingDays(dice);
    LocalDate day = FIRST_DAY;
    while (day.isBefore(END)) {
      int half = day.getMonthValue() <= 6 ? 1 : 2;
      LocalDate next = day.plusMonths(6);
      CsvText csv = half == 2 && day.getYear() == 2020 ? CsvText.ofSpreadsheet() : CsvText.plain();
      csv.row(MarketingDays.HEADER);
      int rows = 0;
      String key = "marketing/marketing_%d_h%d.csv".formatted(day.getYear(), half);
      for (; day.isBefore(next); day = day.plusDays(1)) {
        csv.row(days.row(day));
        rows++;
      }
      files.add(
          put(directory, new SampleFile("marketing", key, rows, Optional.empty()), csv.bytes()));
    }
    return files;
  }

  static SampleFile put(Path directory, SampleFile file, byte[] content) throws IOException {
    Path path = directory.resolve(file.key());
    Files.createDirectories(path.getParent());
    Files.write(path, content);
    return file;
  }
}
