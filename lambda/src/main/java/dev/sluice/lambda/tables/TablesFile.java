package dev.sluice.lambda.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.core.lake.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of tables as people write it: {@code table,partition column,partitions}. Reading it finds
 * everything that is wrong, not only the first.
 */
final class TablesFile {
  static final List<String> HEADER = List.of("table", "partition column", "partitions");

  /** As many connections as one export may open. */
  private static final int MOST_PARTITIONS = 1_000;

  private final List<TableRow> rows = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Listed> targets = new HashMap<>();

  /** A table as it is written in the file. */
  private record Listed(long line, String table) {}

  private TablesFile() {}

  static TablesFile read(InputStream in) throws IOException {
    TablesFile file = new TablesFile();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(in)) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (header) {
          if (!file.header(row)) {
            return file;
          }
          header = false;
        } else {
          file.row(row);
        }
      }
      if (header) {
        file.findings.add("the file is empty, expected the header " + String.join(",", HEADER));
      } else if (file.rows.isEmpty() && file.findings.isEmpty()) {
        file.findings.add("no table is listed below the header; list one, or skip export_tables");
      }
    } catch (CsvParseException e) {
      file.findings.add("not readable as CSV: " + e.getMessage());
    }
    return file;
  }

  /** The rows that are right by themselves. */
  List<TableRow> rows() {
    return rows;
  }

  List<String> findings() {
    return findings;
  }

  private boolean header(CsvRecord row) {
    if (row.getFields().equals(HEADER)) {
      return true;
    }
    findings.add(
        "the header is '"
            + String.join(",", row.getFields())
            + "', expected '"
            + String.join(",", HEADER)
            + "'");
    return false;
  }

  private void row(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != HEADER.size()) {
      wrong(line, "has " + row.getFieldCount() + " fields, expected 3");
      return;
    }
    String table = row.getField(0).strip();
    String column = row.getField(1).strip();
    int partitions = partitions(line, row.getField(2).strip());
    if (!table.matches("[A-Za-z_][A-Za-z0-9_$.]*")) {
      wrong(line, "names the table '" + table + "', expected letters, digits and underscores");
      return;
    }
    String target = SourceTable.parse(table).target();
    Listed earlier = targets.putIfAbsent(target, new Listed(line, table));
    if (earlier != null) {
      wrong(line, again(table, earlier, target));
    } else if (column.isEmpty() && partitions > 1) {
      wrong(
          line,
          "wants "
              + partitions
              + " partitions of "
              + table
              + " without a partition column; name"
              + " one, or write 1");
    } else if (partitions > 0) {
      rows.add(new TableRow(line, table, column, partitions));
    }
  }

  private static String again(String table, Listed earlier, String target) {
    return table.equals(earlier.table())
        ? "lists " + table + " again after row " + earlier.line() + "; delete one of them"
        : "lists %s, whose target in the lake is %s, as that of %s in row %d; delete one of them, or export a view with another name"
            .formatted(table, target, earlier.table(), earlier.line());
  }

  private int partitions(long line, String text) {
    try {
      int partitions = Integer.parseInt(text);
      if (partitions >= 1 && partitions <= MOST_PARTITIONS) {
        return partitions;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    wrong(line, "has partitions '" + text + "', expected a whole number from 1 to 1000");
    return 0;
  }

  private void wrong(long line, String what) {
    findings.add("row " + line + " " + what);
  }
}
