package dev.sluice.local.spark;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A job that is in an extra jar only, and sends code of its own to the executors. */
public final class ExtraJob {
  private ExtraJob() {}

  /** Prints a sum. */
  public static void main(String[] args) {
    var spark = SparkSession.builder().getOrCreate();
    long sum =
        spark
            .range(10)
            .map((MapFunction<Long, Long>) ExtraJob::next, Encoders.LONG())
            .collectAsList()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    System.out.println("the executors said " + sum);
  }

  private static Long next(Long value) {
    return value + 1;
  }
}
