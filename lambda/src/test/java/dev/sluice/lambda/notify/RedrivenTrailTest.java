package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a redrive states are not entered again: what they do descends from the redrive. */
class RedrivenTrailTest {
  private static final String LAMBDA = "lambda:invoke";
  private static final String GLUE = "glue:startJobRun.sync";
  private static final String MAP_RUN = "arn:aws:states:r:1:mapRun:sluice-orders/export_tables:ab";

  private final FakeExecutions executions = new FakeExecutions();

  @Test
  void shouldKnowARedrivenTaskByWhatItIsAskedToDo() {
    long join = executions.entered(0, "join_sales_marketing");
    join = executions.asked(join, GLUE, "{\"JobName\":\"join\",\"Arguments\":{\"--run\":\"r\"}}");
    long sum = executions.entered(0, "summarize_orders");
    sum = executions.asked(sum, GLUE, "{\"JobName\":\"sum\",\"Arguments\":{\"--run\":\"r\"}}");
    executions.failed(sum, "TaskFailed", "E", "first");
    executions.failed(sum, "ExecutionFailed", "E", "first");
    long redriven = executions.redriven();
    join =
        executions.asked(redriven, GLUE, "{\"JobName\":\"join\",\"Arguments\":{\"--run\":\"r\"}}");
    join = executions.failed(join, "TaskFailed", "E", "second");
    executions.failed(join, "ExecutionFailed", "E", "second");

    assertThat(failedState()).contains("join_sales_marketing");
  }

  @Test
  void shouldKnowATaskWhoseTokenOrRedriveCountIsAnotherNow() {
    await(executions.entered(0, "await_sales"), "sales", "t1");
    long wait = await(executions.entered(0, "await_marketing"), "marketing", "t2");
    poll(executions.entered(0, "crawl_shop: poll"), "shop", 0);
    executions.failed(wait, "TaskTimedOut", "States.Timeout", null);
    executions.failed(wait, "ExecutionFailed", "States.Timeout", null);
    long redriven = executions.redriven();
    poll(redriven, "shop", 1);
    wait = await(redriven, "sales", "t3");
    wait = executions.failed(wait, "TaskTimedOut", "States.Timeout", null);
    executions.failed(wait, "ExecutionFailed", "States.Timeout", null);

    assertThat(failedState()).contains("await_sales");
  }

  @Test
  void shouldKnowARedrivenPollByItsCrawler() {
    poll(executions.entered(0, "crawl_lake: poll"), "lake", 0);
    long shop = poll(executions.entered(0, "crawl_shop: poll"), "shop", 0);
    executions.failed(shop, "ExecutionFailed", "E", "c");
    shop = poll(executions.redriven(), "shop", 1);
    shop = executions.failed(shop, "TaskFailed", "E", "c");
    executions.failed(shop, "ExecutionFailed", "E", "c");

    assertThat(failedState()).contains("crawl_shop: poll");
  }

  @Test
  void shouldKnowARedrivenMapRunByItsArnAndANewOneByItsLabel() {
    long map = executions.entered(executions.entered(0, "in parallel 1"), "export_tables");
    map = executions.mapRun(map, MAP_RUN, null);
    map = executions.failed(map, "MapRunFailed", "E", "c");
    executions.failed(map, "ExecutionFailed", "E", "c");
    map = executions.mapRunRedriven(executions.redriven(), MAP_RUN);
    map = executions.failed(map, "MapRunFailed", "E", "c");
    executions.failed(map, "ExecutionFailed", "E", "c");
    assertThat(failedState()).contains("export_tables");

    map =
        executions.mapRun(
            executions.redriven(), MAP_RUN.replace("export_tables:ab", "validate_sales:cd"), null);
    map = executions.failed(map, "MapRunFailed", "E", "c");
    executions.failed(map, "ExecutionFailed", "E", "c");
    assertThat(failedState()).contains("validate_sales");
  }

  @Test
  void shouldNotTakeAFailureFromBeforeTheRedriveForTheReason() {
    long guard = executions.entered(0, "guard");
    guard = executions.failed(guard, "TaskFailed", "E", "before");
    executions.failed(guard, "ExecutionFailed", "E", "before");
    executions.failed(executions.redriven(), "ExecutionFailed", "E", "after");

    assertThat(trail().failure().orElseThrow().cause()).isEqualTo("after");
  }

  @Test
  void shouldTellOnlyTheLastTrysLog() {
    long job = executions.scheduled(executions.entered(0, "process_sales"), "old log");
    executions.failed(job, "ExecutionFailed", "E", "c");
    long again = executions.failed(executions.redriven(), "TaskFailed", "E", "c");

    assertThat(trail().since(trail().failure().orElseThrow()))
        .extracting(PastEvent::id)
        .isEqualTo(List.of(again));
  }

  private long await(long previous, String dataset, String token) {
    return executions.asked(
        previous,
        LAMBDA + ".waitForTaskToken",
        "{\"FunctionName\":\"await\",\"Payload\":{\"dataset\":\"%s\",\"taskToken\":\"%s\"}}"
            .formatted(dataset, token));
  }

  private long poll(long previous, String crawler, int redrives) {
    return executions.asked(
        previous,
        LAMBDA,
        "{\"FunctionName\":\"poll\",\"Payload\":{\"poll\":{\"crawler\":\"%s\"},\"redriveCount\":%d}}"
            .formatted(crawler, redrives));
  }

  private Trail trail() {
    return new Trail(executions.history("arn"));
  }

  private Optional<String> failedState() {
    Trail trail = trail();
    return trail.state(trail.failure().orElseThrow());
  }
}
