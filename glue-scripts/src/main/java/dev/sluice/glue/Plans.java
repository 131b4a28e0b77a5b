package dev.sluice.glue;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Spark's own parser, which its public interface does not show. */
final class Plans {
  private Plans() {}

  /** The statement's plan as the parser made it, nothing resolved. */
  static LogicalPlan parse(SparkSession spark, String sql) throws ParseException {
    var classic = (org.apache.spark.sql.classic.SparkSession) spark;
    return classic.sessionState().sqlParser().parsePlan(sql);
  }
}
