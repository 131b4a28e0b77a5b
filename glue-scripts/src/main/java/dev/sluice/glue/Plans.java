package dev.sluice.glue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.execution.CommandExecutionMode;
import scala.Option;
import scala.PartialFunction;

/** Spark's own parser and plans, which its public interface does not show. */
final class Plans {
  private Plans() {}

  /** The statement's plan as the parser made it, nothing resolved. */
  static LogicalPlan parse(SparkSession spark, String sql) throws ParseException {
    return classic(spark).sessionState().sqlParser().parsePlan(sql);
  }

  /**
   * Resolves a plan and runs nothing.
   *
   * @throws RuntimeException where Spark would refuse it, for example since it reads what it
   *     overwrites
   */
  static void check(SparkSession spark, LogicalPlan plan) {
    classic(spark).sessionState().executePlan(plan, CommandExecutionMode.SKIP()).assertAnalyzed();
  }

  /** Runs a command. */
  static void run(SparkSession spark, LogicalPlan command) {
    Dataset$.MODULE$.ofRows(classic(spark), command);
  }

  /** The directories that a statement overwrites, also below a WITH and in a multiple insert. */
  static List<String> targets(LogicalPlan statement) {
    List<String> targets = new ArrayList<>();
    redirect(
        statement,
        target -> {
          targets.add(target);
          return target;
        });
    return targets;
  }

  /** The same statement, writing each directory elsewhere. */
  static LogicalPlan redirect(LogicalPlan statement, UnaryOperator<String> elsewhere) {
    return statement.transformDown(
        PartialFunction.fromFunction(
            node ->
                node instanceof InsertIntoDir insert && insert.storage().locationUri().isDefined()
                    ? into(insert, elsewhere.apply(target(insert)))
                    : node));
  }

  private static String target(InsertIntoDir insert) {
    return new Path(insert.storage().locationUri().get()).toString();
  }

  private static InsertIntoDir into(InsertIntoDir insert, String location) {
    CatalogStorageFormat storage = insert.storage();
    CatalogStorageFormat elsewhere =
        storage.copy(
            Option.apply(new Path(location).toUri()),
            storage.inputFormat(),
            storage.outputFormat(),
            storage.serde(),
            storage.compressed(),
            storage.properties());
    return insert.copy(
        insert.isLocal(), elsewhere, insert.provider(), insert.child(), insert.overwrite());
  }

  private static org.apache.spark.sql.classic.SparkSession classic(SparkSession spark) {
    return (org.apache.spark.sql.classic.SparkSession) spark;
  }
}
