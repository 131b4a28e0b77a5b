package dev.sluice.glue;

import static dev.sluice.glue.GlueRun.overwrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files that a SQL job overwrites. */
class SqlReplacementTest {
  @TempDir Path directory;
  private GlueRun run;

  @BeforeEach
  void freshLake() {
    run = new GlueRun(directory);
  }

  @Test
  void shouldKeepEarlierOutputWhereAStatementFails() throws Throwable {
    run.sql(overwrite("SELECT 1 AS n"));
    List<String> files = run.files("curated/x");

    assertThatThrownBy(
            () ->
                run.sql(
                    overwrite(
                        "SELECT ASSERT_TRUE(id < 900, 'odd') IS NULL AS n FROM RANGE(0, 1000, 1, 4)")))
        .hasMessageContaining("odd");

    assertThat(run.files("curated/x")).isEqualTo(files).isNotEmpty();
    assertThat(run.parquet("curated/x").first()).hasToString("[1]");
    assertThat(directory.resolve("lake/curated/x/_switch")).doesNotExist();
  }

  @Test
  void shouldReplaceEachDirectoryOfAMultipleInsert() throws Throwable {
    for (int i = 0; i < 2; i++) {
      run.sql(
          "FROM (SELECT 1 AS n) INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT n"
              + " INSERT OVERWRITE DIRECTORY '${lake}/curated/y' USING parquet SELECT n + 1 AS n");
    }

    assertThat(run.parquet("curated/x").collectAsList()).hasToString("[[1]]");
    assertThat(run.parquet("curated/y").collectAsList()).hasToString("[[2]]");
    assertThat(run.text("work/runs/run-1/step/report.json"))
        .contains("/curated/x\"", "/curated/y\"")
        .doesNotContain("_switch");
  }

  @Test
  void shouldRefuseToReadWhatItOverwrites() throws Throwable {
    run.sql(overwrite("SELECT 1 AS n"));

    assertThatThrownBy(
            () -> run.sql(overwrite("SELECT n + 1 AS n FROM parquet.`${lake}/curated/x`")))
        .hasMessageContaining("UNSUPPORTED_OVERWRITE");
  }
}
