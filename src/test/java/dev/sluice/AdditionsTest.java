package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Clone;
import dev.sluice.fixture.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dataset, a kind of step and a pipeline, added as the documentation says and by nothing else, in
 * a copy of the repository: the one test that fails is the one that shows what has changed.
 */
public class AdditionsTest {
  private static final String PAGES = "src/main/java/dev/sluice/pipeline/";
  private static final String APPROVED = "src/test/resources/approved/";
  private static Clone clone;
  private static List<String> report;

  @BeforeAll
  static void add(@TempDir Path directory) throws Exception {
    clone = new Clone(directory);
    addDataset();
    addPipeline();
    addKindOfStep();
    clone.compile();
    report = clone.test();
  }

  private static void addDataset() throws IOException {
    Page page = new Page("add-a-dataset.md");
    clone.write("datasets/visits.yaml", page.block("yaml", "`datasets/visits.yaml`"));
    String sql = "glue-scripts/sql/process_visits.sql";
    clone.write(sql, page.block("sql", "`" + sql + "`"));
    clone.addAfter(
        PAGES + "OrdersPipeline.java",
        "ingest(sources.dataset(\"marketing\")),",
        page.block("java", "Add its line"));
  }

  private static void addPipeline() throws IOException {
    Page page = new Page("add-a-pipeline.md");
    String sql = "glue-scripts/sql/leads_by_week.sql";
    clone.write(sql, page.block("sql", "`" + sql + "`"));
    String weekly = PAGES + "WeeklyPipeline.java";
    clone.write(weekly, page.block("java", "`" + weekly + "`"));
    clone.addAfter(
        PAGES + "AllPipelines.java",
        "PAGES.put(StationsPipeline.NAME, StationsPipeline::of);",
        page.block("java", "In `AllPipelines`"));
  }

  private static void addKindOfStep() throws IOException {
    Page page = new Page("add-a-step.md");
    String pause = PAGES + "step/Pause.java";
    clone.write(pause, page.block("java", "`" + pause + "`"));
    clone.addAfter(
        PAGES + "Pipelines.java", "private Pipelines() {}", page.block("java", "exports it"));
    clone.addAfter(
        PAGES + "Pipelines.java",
        "import dev.sluice.pipeline.step.MarkIngested;",
        "import dev.sluice.pipeline.step.Pause;");
    clone.addAfter(
        PAGES + "WeeklyPipeline.java", "guard(), ", "Pipelines." + page.block("java", "A page"));
  }

  @Test
  void shouldFailInTheOneTestThatShowsWhatChanged() {
    assertThat(report)
        .filteredOn(line -> line.startsWith("before: ") && !line.startsWith("before: ran "))
        .singleElement()
        .asString()
        .contains(
            "ApprovalsTest",
            "outlines/orders.txt",
            "outlines/weekly.txt",
            "states/settle.txt",
            "README.md",
            "-Dapprove=true");
    assertThat(report).anyMatch(line -> line.matches("before: ran \\d{2,}"));
  }

  @Test
  void shouldPassOnceThatIsApproved() {
    assertThat(report)
        .filteredOn(line -> !line.startsWith("before: "))
        .containsExactly("approving: ran 1", "after: ran 1");
    assertThat(clone.read(APPROVED + "outlines/weekly.txt")).contains("settle?", "leads_by_week?");
    assertThat(clone.read(APPROVED + "outlines/orders.txt")).contains("await_visits?");
    assertThat(clone.read("README.md"))
        .contains("await_visits ── validate_visits ── process_visits");
  }
}
