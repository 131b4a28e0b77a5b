package dev.sluice.glue.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table's rows as Spark sees them, read in partitions within one snapshot. */
public final class TableRows {
  /** Enough to make round trips cheap, few enough that wide rows fit into a small heap. */
  private static final String FETCH_ROWS = "2000";

  private final SparkSession spark;
  private final Database database;
  private final Snapshot snapshot;
  private final Table table;

  /** Rows of the table in that state of the database. */
  public TableRows(SparkSession spark, Database database, Snapshot snapshot, Table table) {
    this.spark = spark;
    this.database = database;
    this.snapshot = snapshot;
    this.table = table;
  }

  /** A name for the partition column in conditions, different from every column of the table. */
  public static String partitionAlias(Table table) {
    String alias = "sluice_partition";
    while (table.column(alias).isPresent()) {
      alias += "_";
    }
    return alias;
  }

  /**
   * The rows.
   *
   * @param column to which {@code conditions} refer by {@link #partitionAlias}
   * @param conditions one a partition
   */
  public Dataset<Row> read(Optional<String> column, List<String> conditions) {
    List<String> selected = new ArrayList<>();
    List<String> converted = new ArrayList<>();
    for (TableColumn each : table.columns()) {
      selected.add(each.select());
      converted.add(each.convert() + " AS `" + each.name().replace("`", "``") + "`");
    }
    column.ifPresent(
        name -> selected.add(Table.quote(name) + " AS " + Table.quote(partitionAlias(table))));
    String query =
        "(SELECT %s FROM %s) AS source".formatted(String.join(", ", selected), table.sqlName());
    return spark
        .read()
        .jdbc(database.url(), query, conditions.toArray(String[]::new), properties())
        .selectExpr(converted.toArray(String[]::new));
  }

  private Properties properties() {
    Properties properties = database.properties();
    // With a fetch size Spark turns auto-commit off, so that this statement and the query share a
    // transaction.
    properties.put("fetchsize", FETCH_ROWS);
    properties.put("sessionInitStatement", snapshot.enterStatement());
    return properties;
  }
}
