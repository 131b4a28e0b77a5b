package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestOfRunTest {
  private final FakeExecutions history = new FakeExecutions();

  @Test
  void shouldGoOnFromTheStepThatAllTheRestFollows() {
    long at = history.passed(0, "guard");
    for (String step : OrdersSteps.BRANCHES) {
      at = history.passed(at, step);
    }
    history.entered(at, "join_sales_marketing");
    history.passed(at, "summarize_orders");

    assertThat(rest("{}").asInput()).isEqualTo("{\"from\":\"join_sales_marketing\"}");
  }

  @Test
  void shouldSwitchOffWhatSucceededWhereTheRestIsInSeveralBranches() {
    long at = history.passed(0, "guard");
    history.passed(at, "validate_sales");
    history.entered(at, "process_sales");
    history.entered(at, "export_tables");
    history.passed(at, "export_products");

    RestOfRun rest = rest("{\"skip\":[\"crawl_lake\"],\"parameters\":{\"exportConcurrency\":2}}");

    assertThat(rest.done()).containsExactly("guard", "validate_sales", "export_products");
    assertThat(rest.asInput())
        .isEqualTo(
            "{\"steps\":{\"validate_sales\":false,\"export_products\":false,\"crawl_lake\":false},"
                + "\"parameters\":{\"exportConcurrency\":2}}");
  }

  @Test
  void shouldNotTakeGatesSkipsAndHalvesForDone() {
    long at = history.passed(0, "guard?");
    at = history.passed(at, "guard");
    at = history.passed(at, "crawl_shop: start");
    at = history.passed(at, "crawl_lake skipped");
    history.entered(at, "crawl_shop: poll");

    assertThat(rest("{}").done()).containsExactly("guard");
  }

  @Test
  void shouldTakeAStepForDoneThatARedriveFinished() {
    long at = history.entered(0, "guard");
    at = history.after(at, "ExecutionRedriven");
    history.exited(at, "guard");

    assertThat(rest("{}").done()).containsExactly("guard");
  }

  @Test
  void shouldKeepToTheSelectionOfTheRun() {
    history.entered(history.passed(0, "guard"), "crawl_shop: poll");

    assertThat(rest("{\"only\":[\"crawl_shop\"]}").left()).containsExactly("crawl_shop");
    assertThat(rest("{\"from\":\"crawl_lake\"}").left())
        .containsExactly("crawl_lake", "mark_ingested");
    assertThat(rest("{\"steps\":{\"crawl_lake\":false}}").left()).doesNotContain("crawl_lake");
  }

  @Test
  void shouldRepeatAllWhereNothingIsDone() {
    history.entered(0, "guard");

    assertThat(rest("{}").asInput()).isEqualTo("{}");
    assertThat(rest("{\"from\":7}").asInput()).isEqualTo("{}");
  }

  private RestOfRun rest(String input) {
    return new RestOfRun(OrdersSteps.LIST, new Trail(history.history("")), input);
  }
}
