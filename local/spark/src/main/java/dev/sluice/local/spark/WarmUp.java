package dev.sluice.local.spark;

import dev.sluice.local.spark.role.CallingRun;
import dev.sluice.local.spark.role.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Loads the classes that jobs need, before the first job waits for them. */
final class WarmUp {
  private WarmUp() {}

  /**
   * Also loads the compiler and the S3 client, without calling S3. What is loaded when the JVM ends
   * is in the class-data archive, so this makes the first run of later workers fast.
   */
  static void more(SparkSession spark, Path scratch) throws IOException {
    CallingRun.begin("warm-up", new Credentials("none", "none", "none"));
    new org.apache.hadoop.fs.Path("s3://warm-up/")
        .getFileSystem(spark.sparkContext().hadoopConfiguration());
    CallingRun.end("warm-up");
    Path script =
        Files.writeString(
            scratch.resolve("WarmUp.scala"),
            "object WarmUp { def main(args: Array[String]): Unit = println(args.map(_.length).sum) }");
    new ScriptCompiler(scratch.resolve("scripts")).compile(script, List.of());
  }

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
