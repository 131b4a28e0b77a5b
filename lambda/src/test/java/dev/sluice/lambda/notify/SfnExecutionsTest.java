package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.trail.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunRequest;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;

class SfnExecutionsTest {
  private final Sfn sfn = new Sfn();
  private final SfnExecutions executions = new SfnExecutions(sfn);

  @Test
  void shouldReadAllPagesNewestFirst() {
    sfn.event(1, 0, "TaskStateEntered", e -> e.stateEnteredEventDetails(d -> d.name("guard")));
    sfn.event(
        2,
        1,
        "TaskScheduled",
        e ->
            e.taskScheduledEventDetails(
                d ->
                    d.resourceType("lambda")
                        .resource("invoke")
                        .parameters(
                            "{\"FunctionName\":\"arn:aws:lambda:r:1:function:sluice-orders-guard:$LATEST\"}")));
    sfn.event(
        3, 2, "TaskFailed", e -> e.taskFailedEventDetails(d -> d.error("x.Y").cause("because")));

    List<Event> history = executions.history("arn");

    assertThat(history).extracting(Event::id).containsExactly(3L, 2L, 1L);
    assertThat(history.get(0).error()).isEqualTo("x.Y");
    assertThat(history.get(0).cause()).isEqualTo("because");
    assertThat(Logs.of(history.get(1).task())).contains("/aws/lambda/sluice-orders-guard");
    assertThat(history.get(1).task().action()).isEqualTo("lambda:invoke");
    assertThat(history.get(1).task().target().orElseThrow()).contains("sluice-orders-guard");
    assertThat(history.get(2).state()).isEqualTo("guard");
  }

  @Test
  void shouldFindTheLogsOfGlueJobsAndNoneOfOtherTasks() {
    sfn.event(
        1,
        0,
        "TaskScheduled",
        e ->
            e.taskScheduledEventDetails(
                d -> d.resourceType("glue").parameters("{\"JobName\":\"join\"}")));
    sfn.event(
        2,
        1,
        "TaskScheduled",
        e -> e.taskScheduledEventDetails(d -> d.resourceType("sns").parameters("{}")));

    List<Event> history = executions.history("arn");
    assertThat(Logs.of(history.get(1).task()).orElseThrow()).endsWith("job join");
    assertThat(Logs.of(history.get(0).task())).isEmpty();
  }

  @Test
  void shouldReadEveryKindOfFailure() {
    sfn.event(1, 0, "MapRunFailed", e -> e.mapRunFailedEventDetails(d -> d.error("M").cause("m")));
    sfn.event(
        2, 0, "TaskTimedOut", e -> e.taskTimedOutEventDetails(d -> d.error("States.Timeout")));
    sfn.event(
        3,
        0,
        "LambdaFunctionFailed",
        e -> e.lambdaFunctionFailedEventDetails(d -> d.error("L").cause("l")));
    sfn.event(
        4,
        0,
        "EvaluationFailed",
        e -> e.evaluationFailedEventDetails(d -> d.error("States.QueryEvaluationError")));
    sfn.event(
        5, 0, "TaskSubmitFailed", e -> e.taskSubmitFailedEventDetails(d -> d.error("Glue.X")));
    sfn.event(
        6, 0, "ExecutionAborted", e -> e.executionAbortedEventDetails(d -> d.cause("by hand")));

    List<Event> history = executions.history("arn");

    assertThat(history)
        .extracting(Event::error)
        .containsExactly(null, "Glue.X", "States.QueryEvaluationError", "L", "States.Timeout", "M");
    assertThat(history.subList(1, 6)).allMatch(Event::failed);
    assertThat(history.get(0).broke()).isTrue();
    assertThat(history.get(0).cause()).isEqualTo("by hand");
  }

  @Test
  void shouldListTheFirstFailedItems() {
    sfn.failedChildren = 30;

    Executions.FailedItems items = executions.failedItems("map", 20).orElseThrow();

    assertThat(items.failed()).isEqualTo(30);
    assertThat(items.total()).isEqualTo(100);
    assertThat(items.first()).hasSize(20);
    assertThat(items.first().get(0).input()).isEqualTo("{\"table\":\"t\"}");
  }

  @Test
  void shouldCountItemsWhoseExecutionsCannotBeListed() {
    sfn.failedChildren = 30;
    sfn.express = true;

    Executions.FailedItems items = executions.failedItems("map", 20).orElseThrow();

    assertThat(items.failed()).isEqualTo(30);
    assertThat(items.first()).isEmpty();
  }

  @Test
  void shouldSayNothingOfItemsWhereNoneFailed() {
    assertThat(executions.failedItems("map", 20)).isEmpty();
  }

  /** Answers in pages of two events and of eight executions. */
  private static final class Sfn implements SfnClient {
    private final List<HistoryEvent> events = new ArrayList<>();
    int failedChildren;
    boolean express;

    void event(long id, long previous, String type, Consumer<HistoryEvent.Builder> more) {
      HistoryEvent.Builder event =
          HistoryEvent.builder().id(id).previousEventId(previous).type(type);
      more.accept(event);
      events.add(event.build());
    }

    @Override
    public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
      List<HistoryEvent> ordered = new ArrayList<>(events);
      if (Boolean.TRUE.equals(request.reverseOrder())) {
        Collections.reverse(ordered);
      }
      int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      int to = Math.min(ordered.size(), from + 2);
      return GetExecutionHistoryResponse.builder()
          .events(ordered.subList(from, to))
          .nextToken(to < ordered.size() ? String.valueOf(to) : null)
          .build();
    }

    @Override
    public DescribeMapRunResponse describeMapRun(DescribeMapRunRequest request) {
      return DescribeMapRunResponse.builder()
          .itemCounts(c -> c.total(100L).failed((long) failedChildren).timedOut(0L))
          .build();
    }

    @Override
    public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
      if (express) {
        throw SfnException.builder().message("not for express executions").build();
      }
      int all = request.statusFilter() == ExecutionStatus.FAILED ? failedChildren : 0;
      int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      int to = Math.min(all, from + 8);
      List<ExecutionListItem> page = new ArrayList<>();
      for (int i = from; i < to; i++) {
        page.add(ExecutionListItem.builder().executionArn("child-" + i).build());
      }
      return ListExecutionsResponse.builder()
          .executions(page)
          .nextToken(to < all ? String.valueOf(to) : null)
          .build();
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      return DescribeExecutionResponse.builder()
          .input("{\"table\":\"t\"}")
          .error("E")
          .cause("c")
          .build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }
}
