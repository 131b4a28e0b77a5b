package dev.sluice.glue;

import dev.sluice.core.lake.RunFiles;
import dev.sluice.glue.failure.JobFailure;
import dev.sluice.glue.input.Lake;
import dev.sluice.glue.jdbc.Database;
import dev.sluice.glue.jdbc.Partitions;
import dev.sluice.glue.jdbc.Secret;
import dev.sluice.glue.jdbc.Snapshot;
import dev.sluice.glue.jdbc.Table;
import dev.sluice.glue.jdbc.TableRows;
import dev.sluice.glue.replace.Switch;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Copies a PostgreSQL table to Parquet (snappy) in its folder of the lake, in place of an earlier
 * copy, which stays where the export fails ({@link Switch}). All partitions read the same snapshot
 * of the database, and the rows written are counted against it.
 *
 * <p>Types: numeric(p,s) as decimal, timestamptz as timestamp (an instant, microseconds), timestamp
 * as timestamp without zone, json and jsonb, uuid and enums as text, bytea as binary, arrays as
 * arrays. What Parquet lacks is written as text and noted in the report: numeric without limit or
 * beyond 38 digits, intervals, times of day, ranges and so on. A value that no type can hold, such
 * as the date infinity, fails the job.
 *
 * <p>Arguments: {@code --jdbc-url}, {@code --secret-arn}, {@code --lake} and {@code --work}
 * locations, {@code --step}, {@code --run}, {@code --target} such as {@code raw/shop/shop_*}{@code
 * /} (a table's folder in the lake, with a star for its name), {@code --table} (with schema where
 * it is not public); optional {@code --partition-column} and {@code --partitions} (default 1, at
 * most 1000 connections at once if the job has the cores). Leaves {@code
 * runs/<run>/<step>/<table>/report.json} in the work location. Not more than one connection more
 * than the job has cores is open at any time.
 */
public final class ExportTable {
  private static final List<String> ARGUMENTS =
      List.of(
          "job",
          "jdbc-url",
          "secret-arn",
          "lake",
          "work",
          "step",
          "run",
          "target",
          "table",
          "partition-column",
          "partitions");
  private static final int MOST_PARTITIONS = 1_000;

  private ExportTable() {}

  /** Entry for {@code GlueApp.scala}. */
  public static void main(String[] args) {
    Job.run("ExportTable", spark -> run(spark, Arguments.parse(args, ARGUMENTS)));
  }

  private static void run(SparkSession spark, Arguments arguments) throws Exception {
    String wanted = arguments.required("table");
    String target = target(arguments);
    String work = arguments.location("work");
    String step = arguments.optional("step").orElse("export_tables");
    String runName = arguments.required("run");
    int partitions = partitions(arguments);
    Optional<String> column = arguments.optional("partition-column");
    if (column.isEmpty() && partitions > 1) {
      throw new JobFailure(
          "table %s has %d partitions and no partition column; name one in tables.csv, or give it 1 partition"
              .formatted(wanted, partitions));
    }
    Database database =
        new Database(arguments.required("jdbc-url"), Secret.read(arguments.required("secret-arn")));
    RunReport report = new RunReport();
    String name;
    try (Snapshot snapshot = Snapshot.open(database);
        OutputMeter meter = new OutputMeter(spark)) {
      Table table = Table.read(snapshot, wanted);
      name = table.lakeName();
      TableRows rows = new TableRows(spark, database, snapshot, table);
      List<String> conditions =
          column.isEmpty()
              ? List.of("1=1")
              : Partitions.of(
                  snapshot, table, column.get(), partitions, TableRows.partitionAlias(table));
      Output output;
      try (Switch copy =
          Switch.at(spark.sparkContext().hadoopConfiguration(), target.replace("*", name))) {
        rows.read(column, conditions).write().parquet(copy.staging());
        output = meter.outputs(1).get(0).at(copy.target());
        checkComplete(table, output.rows(), snapshot.count(table));
        copy.finish();
      }
      report.input(table.schema() + "." + table.name(), database.name());
      report.output(output);
      table.notes().forEach(report::note);
      System.out.printf(
          "%s: %d rows in %d partitions to %s%n",
          wanted, output.rows(), conditions.size(), output.location());
    } catch (JobFailure plain) {
      throw plain;
    } catch (Exception refused) {
      throw new JobFailure("table %s: %s".formatted(wanted, JobFailure.sentence(refused)), refused);
    }
    new Lake(spark.sparkContext().hadoopConfiguration())
        .write(work + "/" + RunFiles.report(runName, step + "/" + name), report.json());
  }

  private static void checkComplete(Table table, long written, long expected) {
    if (written != expected) {
      throw new JobFailure(
          "table %s has %d rows, but %d were written; run the export again"
              .formatted(table.name(), expected, written));
    }
  }

  /** A table's folder, with a star for the table and without the slash at its end. */
  private static String target(Arguments arguments) {
    String folder = arguments.required("target");
    if (!folder.matches("([A-Za-z0-9_-][A-Za-z0-9_.-]*/)+([A-Za-z0-9_-][A-Za-z0-9_.-]*)?\\*/")) {
      throw new JobFailure(
          "--target is '%s', expected a folder of the lake with a star for the table, such as raw/shop/shop_*/"
              .formatted(folder));
    }
    return arguments.location("lake") + "/" + folder.substring(0, folder.length() - 1);
  }

  private static int partitions(Arguments arguments) {
    String text = arguments.optional("partitions").orElse("1");
    int count;
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException words) {
      count = 0;
    }
    if (count < 1 || count > MOST_PARTITIONS) {
      throw new JobFailure(
          "--partitions is '%s', expected 1 to %d".formatted(text, MOST_PARTITIONS));
    }
    return count;
  }
}
