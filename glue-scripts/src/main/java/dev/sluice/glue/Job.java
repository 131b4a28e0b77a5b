package dev.sluice.glue;

import dev.sluice.glue.failure.JobFailure;
import org.apache.spark.sql.SparkSession;

/** What all jobs share: a session with our settings, and a failure that is one line. */
final class Job {
  /** A job's work. */
  @FunctionalInterface
  interface Body {
    void run(SparkSession spark) throws Exception;
  }

  private Job() {}

  /** Runs {@code body}; whatever it throws leaves as a {@link JobFailure}. */
  static void run(String name, Body body) {
    SparkSession spark = SparkSession.builder().appName(name).getOrCreate();
    // Dates and times mean the same wherever the job runs, and a value that cannot be read is never
    // null in silence.
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.ansi.enabled", "true");
    spark.conf().set("spark.sql.legacy.timeParserPolicy", "CORRECTED");
    spark.conf().set("spark.sql.parquet.compression.codec", "snappy");
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    // Ours has checked values; Spark's would also read the environment.
    spark.conf().set("spark.sql.variable.substitute", "false");
    try {
      body.run(spark);
    } catch (Exception failure) {
      throw JobFailure.of(failure);
    }
  }
}
