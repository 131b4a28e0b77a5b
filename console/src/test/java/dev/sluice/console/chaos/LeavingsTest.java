package dev.sluice.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavingsTest {
  @Test
  void shouldNameWhatIsMissingMoreOrOtherwise() {
    Leavings calm = new Leavings(Map.of("a", "1", "b", "2", "c", "3"));
    Leavings disturbed = new Leavings(Map.of("a", "1", "b", "5", "d", "4"));

    assertThat(calm.differences(disturbed))
        .containsExactly(
            "b: found 5, expected 2",
            "c: found nothing, expected 3",
            "d: found 4, expected nothing");
  }

  @Test
  void shouldTakeRowsInAnyOrderAndSeeOneThatIsThereTwice(@TempDir Path directory) throws Exception {
    try (Rows rows = new Rows()) {
      String once = rows.in(csv(directory.resolve("once"), "1,a", "2,b"), "csv");
      String turned = rows.in(csv(directory.resolve("turned"), "2,b", "1,a"), "csv");
      String twice = rows.in(csv(directory.resolve("twice"), "1,a", "2,b", "2,b"), "csv");
      String other = rows.in(csv(directory.resolve("other"), "1,a", "2,c"), "csv");

      assertThat(once).startsWith("2 rows, sum ").isEqualTo(turned).isNotEqualTo(other);
      assertThat(twice).startsWith("3 rows, sum ");
    }
  }

  private static Path csv(Path folder, String... lines) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("0.csv"), "n,t\n" + String.join("\n", lines) + "\n");
    return folder;
  }

  @Test
  void shouldSeeContentButNotWhatEachRunChoosesAnew() {
    String first = "{\"version\": \"0b0a3b9e-7d3c-4f0e-9c35-0f1e2d3c4b5a\", \"line\": 3}";
    String second = "{\"version\": \"ffffffff-7d3c-4f0e-9c35-0f1e2d3c4b5a\", \"line\": 3}";

    assertThat(of(first)).isEqualTo(of(second)).isNotEqualTo(of(first.replace('3', '4')));
    assertThat(of("{\"sequencer\":\"000660D31AEABBC8\"}")).isEqualTo(of("{\"sequencer\":\"0A\"}"));
    assertThat(of("at 2026-01-31T14:25:30.123Z")).isEqualTo(of("at 2026-02-01T00:00:00Z"));
  }

  private static String of(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          lake/curated/x/part-00000-1b-c000.snappy.parquet, lake/curated/x/*.parquet, parquet
          lake/curated/x/part-00000-1b-c000.csv,            lake/curated/x/*.csv,     csv
          lake/raw/sales/sales_2019.csv,                    lake/raw/sales/sales_2019.csv, -
          lake/curated/x/_SUCCESS,                          lake/curated/x/_SUCCESS,  -
          """)
  void shouldTellTablesFromFiles(String key, String table, String format) {
    assertThat(PartFile.of(key)).isEqualTo(new PartFile(table, format));
  }
}
