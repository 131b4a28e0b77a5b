package dev.sluice.core.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.plan.StepOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a redrive states are not entered again: what they do descends from the redrive. */
class RedrivenTrailTest {
  private static final String LAMBDA = "lambda:invoke";
  private static final String GLUE = "glue:startJobRun.sync";
  private static final String MAP_RUN = "arn:aws:states:r:1:mapRun:sluice-orders/export_tables:ab";
  private static final StepOrder STEPS = steps();

  private final History history = new History();

  @Test
  void shouldKnowARedrivenTaskByWhatItIsAskedToDo() {
    long join = history.entered(0, "join_sales_marketing");
    join = history.asked(join, GLUE, job("join"));
    long sum = history.entered(0, "summarize_orders");
    sum = history.asked(sum, GLUE, job("sum"));
    long redriven = history.brokenAndRedriven(history.failed(sum, "TaskFailed", "E", "first"));
    join = history.asked(redriven, GLUE, job("join"));
    fail(join);

    assertThat(failedState()).contains("join_sales_marketing");
  }

  @Test
  void shouldKnowATaskWhoseTokenOrRedriveCountIsAnotherNow() {
    await(history.entered(0, "await_sales"), "sales", "t1");
    long wait = await(history.entered(0, "await_marketing"), "marketing", "t2");
    poll(history.entered(0, "crawl_shop: poll"), "shop", 0);
    long redriven =
        history.brokenAndRedriven(history.failed(wait, "TaskTimedOut", "States.Timeout", null));
    poll(redriven, "shop", 1);
    wait = history.failed(await(redriven, "sales", "t3"), "TaskTimedOut", "States.Timeout", null);
    history.failed(wait, "ExecutionFailed", "States.Timeout", null);

    assertThat(failedState()).contains("await_sales");
  }

  @Test
  void shouldKnowARedrivenPollByItsCrawler() {
    poll(history.entered(0, "crawl_lake: poll"), "lake", 0);
    long shop = poll(history.entered(0, "crawl_shop: poll"), "shop", 0);
    fail(poll(history.brokenAndRedriven(shop), "shop", 1));

    assertThat(failedState()).contains("crawl_shop: poll");
  }

  @Test
  void shouldKnowARedrivenMapRunByItsArnAndANewOneByItsLabel() {
    long map = history.entered(history.entered(0, "in parallel 1"), "export_tables");
    map = history.mapRun(map, "MapRunStarted", MAP_RUN);
    map = history.brokenAndRedriven(history.failed(map, "MapRunFailed", "E", "c"));
    map = history.mapRun(map, "MapRunRedriven", MAP_RUN);
    map = history.failed(map, "MapRunFailed", "E", "c");
    assertThat(failedState()).contains("export_tables");

    map = history.brokenAndRedriven(map);
    map =
        history.mapRun(
            map, "MapRunStarted", MAP_RUN.replace("export_tables:ab", "validate_sales:cd"));
    history.failed(map, "MapRunFailed", "E", "c");
    assertThat(failedState()).contains("validate_sales");
  }

  @Test
  void shouldKnowAJobThatNeverStartedBeforeByTheStepThatItIsNamedAfter() {
    long join = history.entered(0, "join_sales_marketing");
    join = history.asked(join, GLUE, job("sluice-orders-join_sales_marketing"));
    history.entered(0, "summarize_orders");
    fail(
        history.asked(
            history.brokenAndRedriven(join), GLUE, job("sluice-orders-summarize_orders")));

    assertThat(failedState()).contains("summarize_orders");
  }

  @Test
  void shouldTakeATaskThatNobodyKnowsForTheOnlyOpenStep() {
    long at = history.passed(0, "await_sales");
    at = history.entered(at, "crawl_lake: start");
    fail(history.asked(history.brokenAndRedriven(at), LAMBDA, Map.of("FunctionName", "f")));

    assertThat(failedState()).contains("crawl_lake: start");
  }

  @Test
  void shouldFollowAStateThatIsEnteredAgain() {
    long join = history.asked(history.entered(0, "join_sales_marketing"), GLUE, job("one"));
    history.asked(history.entered(0, "summarize_orders"), GLUE, job("two"));
    long redriven = history.brokenAndRedriven(join);
    fail(history.asked(history.entered(redriven, "summarize_orders"), GLUE, job("one")));

    assertThat(failedState()).contains("summarize_orders");
    assertThat(trail().openSteps()).containsExactly("summarize_orders", "join_sales_marketing");
  }

  @Test
  void shouldTellIterationsOfAnInlineMapFromOtherStates() {
    long map = history.entered(0, "export_products");
    for (int segment = 0; segment < 2; segment++) {
      long at = history.after(map, "MapIterationStarted");
      history.asked(history.entered(at, "export_products: segment"), LAMBDA, segment(segment));
    }
    long poll = poll(history.entered(0, "crawl_shop: poll"), "shop", 0);
    fail(history.asked(history.brokenAndRedriven(poll), LAMBDA, segment(1)));

    assertThat(failedState()).contains("export_products: segment");
  }

  @Test
  void shouldKnowATaskThroughSeveralRedrives() {
    long wait = await(history.entered(0, "await_sales"), "sales", "t1");
    history.entered(0, "await_marketing");
    wait = await(history.brokenAndRedriven(wait), "sales", "t2");
    fail(await(history.brokenAndRedriven(wait), "sales", "t3"));

    assertThat(failedState()).contains("await_sales");
  }

  @Test
  void shouldNotTakeAFailureFromBeforeTheRedriveForTheReason() {
    long guard = history.entered(0, "guard");
    guard = history.failed(guard, "TaskFailed", "E", "before");
    history.failed(history.brokenAndRedriven(guard), "ExecutionFailed", "E", "after");

    assertThat(trail().failure().orElseThrow().cause()).isEqualTo("after");
  }

  @Test
  void shouldTellOnlyWhatHappenedSinceTheRedrive() {
    long job = history.asked(history.entered(0, "process_sales"), GLUE, job("old"));
    long again = history.failed(history.brokenAndRedriven(job), "TaskFailed", "E", "c");

    assertThat(trail().since(trail().failure().orElseThrow()))
        .extracting(Event::id)
        .isEqualTo(List.of(again));
  }

  private void fail(long task) {
    long failed = history.failed(task, "TaskFailed", "E", "c");
    history.failed(failed, "ExecutionFailed", "E", "c");
  }

  private long await(long previous, String dataset, String token) {
    return history.asked(
        previous,
        LAMBDA + ".waitForTaskToken",
        Map.of("FunctionName", "await", "Payload", Map.of("dataset", dataset, "taskToken", token)));
  }

  private long poll(long previous, String crawler, int redrives) {
    Map<String, Object> payload =
        Map.of("poll", Map.of("crawler", crawler), "redriveCount", redrives);
    return history.asked(previous, LAMBDA, Map.of("FunctionName", "poll", "Payload", payload));
  }

  private static Map<String, Object> job(String name) {
    return Map.of("JobName", name, "Arguments", Map.of("--run", "r"));
  }

  private static Map<String, Object> segment(int number) {
    return Map.of("FunctionName", "export", "Payload", Map.of("segment", number, "segments", 2));
  }

  private static StepOrder steps() {
    Map<String, List<String>> after = new LinkedHashMap<>();
    for (String step :
        List.of(
            "guard",
            "await_sales",
            "await_marketing",
            "validate_sales",
            "process_sales",
            "crawl_shop",
            "export_tables",
            "export_products",
            "join_sales_marketing",
            "summarize_orders",
            "crawl_lake")) {
      after.put(step, List.of());
    }
    return new StepOrder(after);
  }

  private Trail trail() {
    return new Trail(history.newestFirst(), STEPS);
  }

  private Optional<String> failedState() {
    Trail trail = trail();
    return trail.state(trail.failure().orElseThrow());
  }
}
