package dev.sluice.glue;

import dev.sluice.glue.failure.JobFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.command.DataWritingCommandExec;
import org.apache.spark.sql.execution.datasources.InsertIntoHadoopFsRelationCommand;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Counts the rows that statements write, by Spark's own metrics, without reading the files again.
 */
final class OutputMeter implements QueryExecutionListener, AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final SparkSession spark;
  private final List<Output> outputs = new ArrayList<>();

  OutputMeter(SparkSession spark) {
    this.spark = spark;
    spark.listenerManager().register(this);
  }

  @Override
  public synchronized void onSuccess(String name, QueryExecution execution, long nanos) {
    find(execution.executedPlan());
    notifyAll();
  }

  @Override
  public void onFailure(String name, QueryExecution execution, Exception exception) {
    // A statement that failed ends the job, which then reports nothing.
  }

  /**
   * What was written by all statements so far; Spark tells of it a moment after a statement has
   * ended.
   *
   * @param expected how many outputs there must be
   */
  synchronized List<Output> outputs(int expected) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (outputs.size() < expected) {
      long left = deadline - System.currentTimeMillis();
      if (left <= 0) {
        throw new JobFailure(
            "Spark told of %d outputs, expected %d; the files are written"
                .formatted(outputs.size(), expected));
      }
      wait(left);
    }
    return List.copyOf(outputs);
  }

  private void find(SparkPlan plan) {
    if (plan instanceof CommandResultExec result) {
      find(result.commandPhysicalPlan());
    } else if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      find(adaptive.executedPlan());
    } else if (plan instanceof QueryStageExec stage) {
      find(stage.plan());
    } else if (plan instanceof DataWritingCommandExec writing
        && writing.cmd() instanceof InsertIntoHadoopFsRelationCommand write) {
      String format = write.fileFormat().toString().toLowerCase(Locale.ROOT);
      long rows = CollectionConverters.asJava(writing.metrics()).get("numOutputRows").value();
      outputs.add(new Output(write.outputPath().toString(), format, rows));
    }
  }

  @Override
  public void close() {
    spark.listenerManager().unregister(this);
  }
}
