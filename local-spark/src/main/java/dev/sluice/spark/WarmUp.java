package dev.sluice.spark;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Loads the classes that jobs need, before the first job waits for them. */
final class WarmUp {
  private WarmUp() {}

  /** Writes and reads a few rows as CSV and Parquet, and aggregates them. */
  static void run(SparkSession spark, Path scratch) {
    String csv = scratch.resolve("warm-up.csv").toUri().toString();
    String parquet = scratch.resolve("warm-up.parquet").toUri().toString();
    spark
        .sql("SELECT id, CAST(id AS string) AS name, DATE '2026-01-01' AS day FROM range(3)")
        .write()
        .option("header", true)
        .csv(csv);
    Dataset<Row> rows =
        spark
            .read()
            .schema("id string, name string, day string")
            .option("header", true)
            .option("multiLine", true)
            .csv(csv);
    rows.selectExpr("CAST(id AS bigint) AS id", "to_date(day, 'yyyy-MM-dd') AS day")
        .createOrReplaceTempView("warm_up");
    spark.sql(
        "INSERT OVERWRITE DIRECTORY '%s' USING parquet SELECT day, SUM(id) AS sum FROM warm_up GROUP BY day ORDER BY day"
            .formatted(parquet));
  }
}
