package dev.sluice.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

  private final DatasetContract sales = Contracts.fromClasspath().get("sales");

  @ParameterizedTest
  @CsvSource({
    "sales/2026-03.csv, raw/sales/2026-03.csv.jsonl",
    "sales/Q1 é.csv, raw/sales/Q1 é.csv.jsonl",
    "sales/_hidden.csv, raw/sales/%5Fhidden.csv.jsonl",
    "sales/.hidden.csv, raw/sales/%2Ehidden.csv.jsonl",
    "sales/12:30.csv, raw/sales/12%3A30.csv.jsonl",
    "sales/../../etc/x.csv, raw/sales/%2E./%2E./etc/x.csv.jsonl",
    "sales/100%.csv, raw/sales/100%25.csv.jsonl",
  })
  void shouldGiveTheRowsANameThatSparkSees(String landed, String raw) {
    assertThat(Zones.rawCopy(sales, landed)).isEqualTo(raw);
  }

  @Test
  void shouldKeepDifferentFilesApart() {
    List<String> landed =
        List.of("sales/_a.csv", "sales/%5Fa.csv", "sales/a.csv", "sales//a.csv", "sales/a:.csv");

    assertThat(landed.stream().map(key -> Zones.rawCopy(sales, key))).doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepTheOriginalUnderItsOwnName() {
    assertThat(Zones.original(sales, "sales/_Q1: é.csv")).isEqualTo("originals/sales/_Q1: é.csv");
    assertThat(Zones.original(sales, "elsewhere/a.csv"))
        .isEqualTo("originals/sales/elsewhere/a.csv");
  }

  @Test
  void shouldPutTheReportBesideTheFile() {
    assertThat(Zones.failed("sales/a b.csv")).isEqualTo("sales/a b.csv");
    assertThat(Zones.report("sales/a b.csv")).isEqualTo("sales/a b.csv.errors.json");
  }

  @Test
  void shouldStayWithinTheLengthOfAKey() {
    String longest = "sales/" + "é".repeat(505) + ".csv";
    String other = "sales/" + "é".repeat(504) + "e.csv";

    assertThat(
            Stream.of(
                Zones.rawCopy(sales, longest),
                Zones.original(sales, longest),
                Zones.failed(longest),
                Zones.report(longest)))
        .allSatisfy(key -> assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThan(1025))
        .noneMatch(key -> key.contains("\ufffd"));
    assertThat(Zones.rawCopy(sales, longest))
        .endsWith(".csv.jsonl")
        .isNotEqualTo(Zones.rawCopy(sales, other));
    assertThat(Zones.report(longest)).isEqualTo(Zones.failed(longest) + ".errors.json");
  }

  @Test
  void shouldPutTheCopiesOfADatasetIntoItsFolder() {
    assertThat(Zones.rawCopy(sales, "sales/a.csv")).startsWith(Zones.raw("sales"));
    assertThat(Zones.curated("leads")).isEqualTo("curated/leads/");
  }
}
