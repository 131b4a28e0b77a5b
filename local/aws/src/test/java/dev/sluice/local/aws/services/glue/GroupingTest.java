package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * As AWS describes it: <a
 * href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">folders
 * that are alike</a> are partitions, with <a
 * href="https://repost.aws/knowledge-center/glue-crawler-detect-schema">seven of ten of one schema
 * and five schemas at most</a>.
 */
class GroupingTest {
  private static final Grouping USUAL = new Grouping(false, 0);

  @Test
  void shouldMakeATableOfEachFolderWhereTheyDiffer() {
    assertThat(paths(USUAL, folder("raw/a/", "x"), folder("raw/b/", "y")))
        .containsExactly("raw/a/", "raw/b/");
  }

  @Test
  void shouldMakePartitionsWhereSevenOfTenAreAlike() {
    CrawledFolder[] seven = tenWith(7);
    CrawledFolder[] six = tenWith(6);

    assertThat(paths(USUAL, seven)).containsExactly("raw/");
    assertThat(paths(USUAL, six)).hasSize(10);
  }

  private static CrawledFolder[] tenWith(int alike) {
    CrawledFolder[] ten = new CrawledFolder[10];
    for (int i = 0; i < ten.length; i++) {
      ten[i] = folder("raw/t%d/".formatted(i), i < alike ? "same" : i % 2 == 0 ? "other" : "third");
    }
    return ten;
  }

  @Test
  void shouldLookForLikenessLevelByLevel() {
    assertThat(
            paths(
                USUAL,
                folder("raw/folder1/table1/", "x"),
                folder("raw/folder1/table2/", "x"),
                folder("raw/other/", "y")))
        .containsExactly("raw/folder1/", "raw/other/");
  }

  @Test
  void shouldKeepFormatsApartEvenWhereSchemasAreCombined() {
    Grouping combining = new Grouping(true, 0);
    CrawledFolder csv =
        new CrawledFolder(new DataDirectory("raw/b/"), new Schema("csv", Map.of("x", "string")));

    assertThat(paths(combining, folder("raw/a/", "x"), folder("raw/b/", "y")))
        .containsExactly("raw/");
    assertThat(paths(combining, folder("raw/a/", "x"), csv)).containsExactly("raw/a/", "raw/b/");
  }

  @Test
  void shouldRefuseAPolicyThatDoesNotExist() {
    assertThatThrownBy(
            () ->
                Grouping.of(
                    Json.object()
                        .put(
                            "Configuration",
                            "{\"Grouping\":{\"TableGroupingPolicy\":\"Combine\"}}")))
        .hasMessageContaining(
            "TableGroupingPolicy is 'Combine'; expected CombineCompatibleSchemas");
  }

  private static List<String> paths(Grouping grouping, CrawledFolder... folders) {
    return grouping.tables("raw/", List.of(folders)).stream().map(TableFolder::path).toList();
  }

  private static CrawledFolder folder(String path, String column) {
    return new CrawledFolder(
        new DataDirectory(path), new Schema("parquet", Map.of(column, "string")));
  }
}
