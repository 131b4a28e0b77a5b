package dev.sluice.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepOrderTest {
  @Test
  void shouldFindWhatComesAfterAStepHoweverFar() {
    assertThat(OrdersSteps.ORDER.from("validate_sales"))
        .containsExactly(
            "validate_sales",
            "process_sales",
            "summarize_orders",
            "join_sales_marketing",
            "crawl_lake",
            "mark_ingested");
  }

  @Test
  void shouldKnowTheStatesOfItsStepsOnly() {
    assertThat(OrdersSteps.ORDER.stepOf("crawl_shop: poll")).contains("crawl_shop");
    assertThat(OrdersSteps.ORDER.stepOf("in parallel 1")).isEmpty();
    assertThat(OrdersSteps.ORDER.stepOf(StateName.PLAN)).isEmpty();
  }
}
