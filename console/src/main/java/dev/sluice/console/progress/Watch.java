package dev.sluice.console.progress;

import dev.sluice.console.aws.PipelineInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Follows an execution until it ends. */
public final class Watch {
  private final SfnClient stepFunctions;
  private final PipelineInfo pipeline;
  private final Duration interval;

  public Watch(SfnClient stepFunctions, PipelineInfo pipeline, Duration interval) {
    this.stepFunctions = stepFunctions;
    this.pipeline = pipeline;
    this.interval = interval;
  }

  /** How an execution ended, with its steps. */
  public record Ended(DescribeExecutionResponse execution, ExecutionProgress progress) {
    public boolean succeeded() {
      return execution.status() == ExecutionStatus.SUCCEEDED;
    }
  }

  /** How far an execution has come. */
  public record Now(DescribeExecutionResponse execution, ExecutionProgress progress) {}

  /** Reads the execution once. */
  public Now now(String executionArn) {
    DescribeExecutionResponse execution =
        stepFunctions.describeExecution(r -> r.executionArn(executionArn));
    ExecutionProgress progress = new ExecutionProgress(pipeline);
    update(progress, new HistoryReader(stepFunctions, executionArn), executionArn);
    return new Now(execution, progress);
  }

  /** Shows the execution's progress until it ends. */
  public Ended untilEnd(String executionArn, ProgressView view) throws InterruptedException {
    ExecutionProgress progress = new ExecutionProgress(pipeline);
    HistoryReader history = new HistoryReader(stepFunctions, executionArn);
    while (true) {
      // The status is read before the history, so that an ended execution's history is read whole.
      DescribeExecutionResponse execution =
          stepFunctions.describeExecution(r -> r.executionArn(executionArn));
      update(progress, history, executionArn);
      view.show(progress, Instant.now());
      if (execution.status() != ExecutionStatus.RUNNING) {
        return new Ended(execution, progress);
      }
      Thread.sleep(interval.toMillis());
    }
  }

  private void update(ExecutionProgress progress, HistoryReader history, String executionArn) {
    progress.apply(history.next());
    Map<String, String> items = ItemCounts.of(stepFunctions, executionArn);
    for (StepProgress step : progress.steps()) {
      step.items(items.getOrDefault(step.name(), ""));
    }
  }
}
