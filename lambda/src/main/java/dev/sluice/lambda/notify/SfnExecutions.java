package dev.sluice.lambda.notify;

import dev.sluice.core.trail.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** {@link Executions} in AWS Step Functions. */
public final class SfnExecutions implements Executions {
  private static final int PAGE = 1_000;

  private final SfnClient sfn;

  public SfnExecutions(SfnClient sfn) {
    this.sfn = sfn;
  }

  @Override
  public List<Event> history(String executionArn) {
    List<Event> events = new ArrayList<>();
    sfn.getExecutionHistoryPaginator(
            r -> r.executionArn(executionArn).reverseOrder(true).maxResults(PAGE))
        .events()
        .forEach(event -> events.add(Events.of(event)));
    return events;
  }

  @Override
  public Optional<FailedItems> failedItems(String mapRunArn, int most) {
    DescribeMapRunResponse run = sfn.describeMapRun(r -> r.mapRunArn(mapRunArn));
    List<FailedItem> first = new ArrayList<>();
    try {
      for (ExecutionStatus status : List.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT)) {
        sfn
            .listExecutionsPaginator(
                r -> r.mapRunArn(mapRunArn).statusFilter(status).maxResults(most))
            .executions()
            .stream()
            .limit(most - first.size())
            .forEach(child -> first.add(item(child.executionArn())));
      }
    } catch (SfnException e) {
      // Children of the express kind cannot be asked for; the counts are there nevertheless.
      first.clear();
    }
    long failed = run.itemCounts().failed() + run.itemCounts().timedOut();
    return failed == 0 && first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FailedItems(Math.max(failed, first.size()), run.itemCounts().total(), first));
  }

  private FailedItem item(String executionArn) {
    DescribeExecutionResponse child = sfn.describeExecution(r -> r.executionArn(executionArn));
    return new FailedItem(child.input(), child.error(), child.cause());
  }
}
