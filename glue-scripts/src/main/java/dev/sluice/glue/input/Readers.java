package dev.sluice.glue.input;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.glue.failure.JobFailure;
import dev.sluice.glue.replace.TableFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads files by their format. Schemas come from all files, not from a sample. */
final class Readers {
  private final SparkSession spark;
  private final Contracts contracts;

  Readers(SparkSession spark, Contracts contracts) {
    this.spark = spark;
    this.contracts = contracts;
  }

  /** The rows of all files at that location; of the new ones only, while a writer replaces them. */
  Dataset<Row> read(Published published, String location) {
    return switch (published.format()) {
      case DATASET -> DatasetView.read(spark, contract(published.view()), location);
      case CSV -> replaced(location, this::csv);
      case JSON -> lines(location);
      case DOCUMENTS -> documents(location);
      case PARQUET -> replaced(location, files -> spark.read().parquet(files));
    };
  }

  /** Some file of a dataset that cannot be read. */
  Optional<RawRows.Unreadable> findUnreadable(String dataset, String location) {
    return RawRows.findUnreadable(spark, contract(dataset), location);
  }

  private Dataset<Row> replaced(String location, Function<String[], Dataset<Row>> reader) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Optional<List<String>> before = TableFiles.switched(configuration, location);
    if (before.isEmpty()) {
      Dataset<Row> rows = reader.apply(new String[] {location});
      // Spark has listed the folder; a switch that began meanwhile may be half in that list.
      Optional<List<String>> after = TableFiles.switched(configuration, location);
      if (after.isEmpty()) {
        return rows;
      }
      before = after;
    }
    return reader.apply(before.get().toArray(String[]::new));
  }

  private DatasetContract contract(String name) {
    return contracts
        .find(name)
        .orElseThrow(
            () ->
                new JobFailure(
                    "--inputs: '%s' is no dataset with a contract, expected one of %s"
                        .formatted(name, contracts.names())));
  }

  /** As our own steps write it: quotes doubled, and what does not fit fails. */
  private Dataset<Row> csv(String... files) {
    return spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .option("multiLine", true)
        .option("mode", "FAILFAST")
        .csv(files);
  }

  /** Decimals keep every digit. */
  private Dataset<Row> lines(String location) {
    return spark.read().option("prefersDecimal", true).json(location);
  }

  /**
   * Objects and arrays as they are nested, their values as text: what a publisher writes as 5 today
   * and as "5" or 5.0 tomorrow is the same column, and SQL says what it is. They were checked
   * before they were stored, so one that is broken now is a fault.
   */
  private Dataset<Row> documents(String location) {
    return spark
        .read()
        .option("multiLine", true)
        .option("primitivesAsString", true)
        .option("mode", "FAILFAST")
        .json(location);
  }
}
