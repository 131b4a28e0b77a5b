package dev.sluice.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> STEPS = List.of("process_sales", "crawl_lake", "join");

  @ParameterizedTest
  @CsvSource({
    "proces_sales, process_sales",
    "PROCESS_SALES, process_sales",
    "crawl_lkae, crawl_lake",
    "jion, join",
  })
  void shouldFindTheWordThatWasMeant(String found, String meant) {
    assertThat(Spelling.nearest(found, STEPS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"summarize", "jxxn", "x"})
  void shouldGuessNothingFromAnotherWord(String found) {
    assertThat(Spelling.nearest(found, STEPS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "paramters, parameters, true",
    "parameters, parameters, false",
    "pa, parameters, false",
    "run, rum, false",
    "runs, rune, true",
    "days, region, false",
  })
  void shouldTellASlipFromAnotherWord(String found, String expected, boolean slip) {
    assertThat(Spelling.isSlip(found, expected)).isEqualTo(slip);
  }

  @Test
  void shouldCountSwappedNeighboursAsOneSlip() {
    assertThat(Spelling.isSlip("praamteers", "parameters")).isTrue();
  }
}
