package dev.sluice.demo.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one file a flaw; but for its flaw each would be valid. */
final class WrongFiles {
  private static final YearMonth MONTH = YearMonth.of(2020, 5);
  private static final int BAD_LINE = 812;
  private static final int ROWS = 900;
  private static final int REGION = 4;

  private final Dice dice;

  WrongFiles(Dice dice) {
    this.dice = dice;
  }

  List<SampleFile> write(Path directory) throws IOException {
    List<SampleFile> files = new ArrayList<>();
    for (Flaw flaw : Flaw.values()) {
      Dice own = dice.forPart(flaw.name());
      files.add(
          switch (flaw) {
            case MISSING_COLUMN -> sales(directory, flaw, missingColumn(own));
            case BAD_DATE -> sales(directory, flaw, badDate(own));
            case NEGATIVE_REVENUE -> sales(directory, flaw, negativeRevenue(own));
            case TRUNCATED -> sales(directory, flaw, truncated(own));
            case ENCODING -> put(directory, "marketing", flaw, 30, wrongEncoding(own));
            case EMPTY -> put(directory, "marketing", flaw, 0, new byte[0]);
            case NOT_CSV -> put(directory, "marketing", flaw, 0, archive());
          });
    }
    return files;
  }

  private static byte[] missingColumn(Dice dice) {
    CsvText csv = CsvText.plain();
    SalesRows sales = new SalesRows(dice);
    csv.row(without(SalesRows.HEADER));
    for (int i = 0; i < ROWS; i++) {
      csv.row(without(sales.row(day(i))));
    }
    return csv.bytes();
  }

  private static List<String> without(List<String> row) {
    List<String> rest = new ArrayList<>(row);
    rest.remove(REGION);
    return rest;
  }

  private static byte[] badDate(Dice dice) {
    CsvText csv = CsvText.plain();
    SalesRows sales = new SalesRows(dice);
    csv.row(SalesRows.HEADER);
    for (int i = 0; i < ROWS; i++) {
      List<String> row = sales.row(day(i));
      if (csv.line() == BAD_LINE) {
        row.set(SalesRows.DATE, "13/45/2019");
      } else if (csv.line() < BAD_LINE && csv.line() + lines(row) > BAD_LINE) {
        // A line break within this row would swallow the line that the next one must begin at.
        row.replaceAll(field -> field.replace('\n', ' '));
      }
      csv.row(row);
    }
    return csv.bytes();
  }

  private static int lines(List<String> row) {
    return 1 + (int) String.join("", row).chars().filter(c -> c == '\n').count();
  }

  private static byte[] negativeRevenue(Dice dice) {
    CsvText csv = CsvText.plain();
    SalesRows sales = new SalesRows(dice);
    csv.row(SalesRows.HEADER);
    for (int i = 0; i < ROWS; i++) {
      List<String> row = sales.row(day(i));
      if (i == ROWS / 3) {
        row.set(SalesRows.REVENUE, "-4200");
      }
      csv.row(row);
    }
    return csv.bytes();
  }

  private static byte[] truncated(Dice dice) {
    CsvText csv = CsvText.plain();
    Samples.salesOf(MONTH, csv, dice);
    byte[] whole = csv.bytes();
    CsvText last = CsvText.plain();
    last.row(List.of(SalesRows.text(MONTH.atEndOfMonth()), "Ann Fisher", "Acme Foods", "SMB"));
    byte[] part = last.bytes();
    byte[] cut = Arrays.copyOf(whole, whole.length + part.length - 3);
    System.arraycopy(part, 0, cut, whole.length, part.length - 3);
    return cut;
  }

  private static byte[] wrongEncoding(Dice dice) {
    CsvText csv = CsvText.plain();
    MarketingDays days = new MarketingDays(dice);
    csv.row(MarketingDays.HEADER);
    LocalDate first = LocalDate.of(2023, 1, 1);
    for (int i = 0; i < 30; i++) {
      List<String> row = days.row(first.plusDays(i));
      row.set(row.size() - 1, i == 11 ? "Trade show, Köln" : "");
      csv.row(row);
    }
    return csv.toString().getBytes(Charset.forName("windows-1252"));
  }

  /** Stored, not deflated: the bytes of a deflater may change between releases of the JDK. */
  private static byte[] archive() throws IOException {
    byte[] content = "This is no CSV file.\n".getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry("marketing.txt");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(LocalDate.of(2020, 1, 1).atStartOfDay());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static LocalDate day(int row) {
    return MONTH.atDay(1 + row * MONTH.lengthOfMonth() / ROWS);
  }

  private static SampleFile sales(Path directory, Flaw flaw, byte[] content) throws IOException {
    int rows = flaw == Flaw.TRUNCATED ? 0 : ROWS;
    return put(directory, "sales", flaw, rows, content);
  }

  private static SampleFile put(Path directory, String dataset, Flaw flaw, int rows, byte[] content)
      throws IOException {
    String key = dataset + "/wrong_" + flaw.name().toLowerCase(java.util.Locale.ROOT) + ".csv";
    return Samples.put(directory, new SampleFile(dataset, key, rows, Optional.of(flaw)), content);
  }
}
