package dev.sluice.core.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.plan.OrdersSteps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestOfRunTest {
  private final History history = new History();

  @Test
  void shouldGoOnFromTheStepThatAllTheRestFollows() {
    long at = history.passed(0, "guard");
    for (String step : OrdersSteps.BRANCHES) {
      at = history.passed(at, step);
    }
    history.entered(at, "join_sales_marketing");
    history.passed(at, "summarize_orders");

    assertThat(rest(Map.of()).asInput()).isEqualTo(Map.of("from", "join_sales_marketing"));
  }

  @Test
  void shouldSwitchOffWhatSucceededWhereTheRestIsInSeveralBranches() {
    long at = history.passed(0, "guard");
    history.passed(at, "validate_sales");
    history.entered(at, "process_sales");
    history.entered(at, "export_tables");
    history.passed(at, "export_products");

    RestOfRun rest =
        rest(Map.of("skip", List.of("crawl_lake"), "parameters", Map.of("exportConcurrency", 2)));

    assertThat(rest.done()).containsExactly("guard", "validate_sales", "export_products");
    assertThat(rest.asInput())
        .isEqualTo(
            Map.of(
                "steps",
                Map.of("validate_sales", false, "export_products", false, "crawl_lake", false),
                "parameters",
                Map.of("exportConcurrency", 2)));
  }

  @Test
  void shouldNotTakeGatesSkipsAndHalvesForDone() {
    long at = history.passed(0, "guard?");
    at = history.passed(at, "guard");
    at = history.passed(at, "crawl_shop: start");
    at = history.passed(at, "crawl_lake skipped");
    history.entered(at, "crawl_shop: poll");

    assertThat(rest(Map.of()).done()).containsExactly("guard");
  }

  @Test
  void shouldTakeAStepForDoneThatARedriveFinished() {
    long at = history.entered(0, "guard");
    at = history.after(at, "ExecutionRedriven");
    history.exited(at, "guard");

    assertThat(rest(Map.of()).done()).containsExactly("guard");
  }

  @Test
  void shouldKeepToTheSelectionOfTheRun() {
    history.entered(history.passed(0, "guard"), "crawl_shop: poll");

    assertThat(rest(Map.of("only", List.of("crawl_shop"))).left()).containsExactly("crawl_shop");
    assertThat(rest(Map.of("from", "crawl_lake")).left())
        .containsExactly("crawl_lake", "mark_ingested");
    assertThat(rest(Map.of("steps", Map.of("crawl_lake", false))).left())
        .doesNotContain("crawl_lake");
    assertThat(rest(Map.of("crawl_shop", true, "crawl_lake", false)).left())
        .containsExactly("crawl_shop");
  }

  @Test
  void shouldRepeatAllWhereNothingIsDone() {
    history.entered(0, "guard");

    assertThat(rest(Map.of()).asInput()).isEmpty();
    assertThat(rest(Map.of("from", 7)).asInput()).isEmpty();
  }

  private RestOfRun rest(Map<String, ?> input) {
    return new RestOfRun(
        OrdersSteps.ORDER, new Trail(history.newestFirst(), OrdersSteps.ORDER), input);
  }
}
