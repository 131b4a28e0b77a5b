package dev.sluice.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static Set<String> selected(Map<String, Object> input) {
    return Selection.of(input, OrdersSteps.ORDER);
  }

  @Test
  void shouldSelectEveryStepByDefault() {
    assertThat(selected(Map.of())).isEqualTo(OrdersSteps.ORDER.names());
    assertThat(selected(Map.of("Comment", "by hand", "parameters", Map.of("n", 2))))
        .isEqualTo(OrdersSteps.ORDER.names());
  }

  @Test
  void shouldGuardWhateverPartRuns() {
    assertThat(selected(Map.of("only", List.of("crawl_shop"))))
        .containsExactly("guard", "crawl_shop");
    assertThat(selected(Map.of("from", "crawl_lake")))
        .containsExactly("guard", "crawl_lake", "mark_ingested");
  }

  @Test
  void shouldLeaveOutWhatIsSkippedOrSwitchedOff() {
    assertThat(selected(Map.of("skip", List.of("guard", "crawl_lake"))))
        .hasSize(8)
        .doesNotContain("guard", "crawl_lake");
    assertThat(selected(Map.of("steps", Map.of("crawl_lake", false, "guard", true))))
        .hasSize(9)
        .doesNotContain("crawl_lake");
  }

  @Test
  void shouldSelectExactlyTheStepsThatAreTrueInTheShortForm() {
    Map<String, Object> input =
        Map.of("crawl_shop", true, "export_tables", true, "crawl_lake", false, "Comment", "x");

    assertThat(Selection.isShortForm(input, OrdersSteps.ORDER)).isTrue();
    assertThat(selected(input)).containsExactly("crawl_shop", "export_tables");
  }

  @Test
  void shouldTakeAStepsNameBesideASelectorForNoShortForm() {
    Map<String, Object> input = Map.of("only", List.of("crawl_shop"), "crawl_lake", true);

    assertThat(Selection.isShortForm(input, OrdersSteps.ORDER)).isFalse();
    assertThat(selected(input)).containsExactly("guard", "crawl_shop");
  }

  @Test
  void shouldSelectAllWhereTheInputCannotBeUnderstood() {
    assertThat(selected(Map.of("from", 7))).isEqualTo(OrdersSteps.ORDER.names());
    assertThat(selected(Map.of("crawl_lake", "yes"))).isEqualTo(OrdersSteps.ORDER.names());
  }
}
