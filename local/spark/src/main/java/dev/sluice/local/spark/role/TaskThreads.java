package dev.sluice.local.spark.role;

import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * A plugin of Spark's by which threads that a task starts, such as those that read the footers of
 * Parquet files, belong to the task's run. Spark's own {@code TaskContext} stays with the task's
 * thread.
 */
public final class TaskThreads implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void onTaskStart() {
        CallingRun.taskStarts();
      }

      @Override
      public void onTaskSucceeded() {
        CallingRun.taskEnds();
      }

      @Override
      public void onTaskFailed(TaskFailedReason reason) {
        CallingRun.taskEnds();
      }
    };
  }
}
