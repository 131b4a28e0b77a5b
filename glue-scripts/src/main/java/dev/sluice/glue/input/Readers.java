package dev.sluice.glue.input;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.glue.failure.JobFailure;
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

  /** The rows of all files at that location. */
  Dataset<Row> read(Published published, String location) {
    return switch (published.format()) {
      case DATASET -> DatasetView.read(spark, contract(published.view()), location);
      case CSV -> csv(location);
      case JSON -> lines(location);
      case DOCUMENTS -> documents(location);
      case PARQUET -> spark.read().parquet(location);
    };
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
  private Dataset<Row> csv(String location) {
    return spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .option("multiLine", true)
        .option("mode", "FAILFAST")
        .csv(location);
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
