package dev.sluice.lambda.tables;

import dev.sluice.error.TablesFileInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a list of tables against itself and against what the catalog knows. */
public final class TablesCheck {
  private static final Pattern SPLITTABLE =
      Pattern.compile(
          "(tinyint|smallint|int|integer|bigint|long|short|float|double|decimal|date|timestamp).*");
  private static final int MOST_NAMES = 20;

  private final SourceTables source;

  public TablesCheck(SourceTables source) {
    this.source = source;
  }

  /**
   * A list that passed.
   *
   * @param csv for the map: {@code table,partition_column,partitions}, whose names JSONata can say
   */
  public record Checked(byte[] csv, int count) {}

  /**
   * Reads and checks.
   *
   * @param uri of the file, for errors
   * @throws TablesFileInvalid with all that is wrong
   */
  public Checked check(String uri, InputStream in) throws IOException {
    TablesFile file = TablesFile.read(in);
    List<String> findings = new ArrayList<>(file.findings());
    Map<String, Map<String, String>> tables = file.rows().isEmpty() ? Map.of() : source.all();
    if (!tables.isEmpty()) {
      file.rows().forEach(row -> check(row, tables, findings));
    }
    if (!findings.isEmpty()) {
      throw new TablesFileInvalid(uri, findings);
    }
    StringBuilder csv = new StringBuilder("table,partition_column,partitions\n");
    for (TableRow row : file.rows()) {
      csv.append(row.table()).append(',').append(row.partitionColumn()).append(',');
      csv.append(row.partitions()).append('\n');
    }
    return new Checked(csv.toString().getBytes(StandardCharsets.UTF_8), file.rows().size());
  }

  private static void check(
      TableRow row, Map<String, Map<String, String>> tables, List<String> findings) {
    String where = "row " + row.line() + " ";
    Map<String, String> columns =
        tables.get(row.table().substring(row.table().lastIndexOf('.') + 1));
    if (columns == null) {
      findings.add(
          where
              + "names the table "
              + row.table()
              + ", which the catalog does not know; correct it, or crawl again if it is new. Known: "
              + some(tables));
      return;
    }
    String column = row.partitionColumn();
    if (column.isEmpty() || columns.isEmpty()) {
      return;
    }
    String type = columns.get(column);
    if (type == null) {
      findings.add(
          where
              + "names the partition column "
              + column
              + ", which "
              + row.table()
              + " does not have; it has "
              + String.join(", ", columns.keySet()));
    } else if (!SPLITTABLE.matcher(type).matches()) {
      findings.add(
          where
              + "names the partition column "
              + column
              + " of type "
              + type
              + ", expected a number, a date or a timestamp");
    }
  }

  private static String some(Map<String, ?> tables) {
    List<String> names = tables.keySet().stream().sorted().limit(MOST_NAMES).toList();
    return String.join(", ", names) + (tables.size() > MOST_NAMES ? ", …" : "");
  }
}
