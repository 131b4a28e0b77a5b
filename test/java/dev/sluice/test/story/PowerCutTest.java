package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Lake;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A run whose embedded AWS is killed again and again leaves the same lake as one that nothing
 * disturbed.
 */
class PowerCutTest {
  private static final long SEED = 7;
  private static final int CUTS = 3;
  private static final int EVENTS_AT_MOST = 30;
  private static final String INPUT =
      """
      {"skip": ["crawl_shop", "export_tables", "export_products", "summarize_orders",
                "crawl_lake"]}""";
  private static final Map<String, String> TABLES =
      Map.of(
          "curated/leads_by_day", "parquet",
          "curated/marketing_by_day", "parquet",
          "curated/sales_marketing", "parquet",
          "curated/sales_marketing_csv", "csv");

  @Test
  void shouldEndAsAnUndisturbedRunDoes(@TempDir Path directory) throws Exception {
    Map<String, List<List<String>>> expected;
    try (Laptop laptop =
        Laptop.start(Assembly.standard(), directory.resolve("calm"), "sluice-orders")) {
      Pipeline pipeline = deliver(laptop);
      assertSucceeded(pipeline.run(INPUT));
      expected = curated(laptop, pipeline, directory.resolve("calm-lake"));
    }
    assertThat(expected.get("curated/sales_marketing")).hasSize(6);

    Path state = directory.resolve("cut");
    Random random = new Random(SEED);
    Laptop laptop = Laptop.start(Assembly.standard(), state, "sluice-orders");
    try {
      String execution = deliver(laptop).start(INPUT);
      for (int cut = 0; cut < CUTS; cut++) {
        awaitMoment(laptop, execution, random);
        laptop.kill();
        laptop = Laptop.start(Assembly.standard(), state, "sluice-orders");
        Pipeline pipeline = Pipeline.in(laptop, "orders");
        DescribeExecutionResponse left = pipeline.describe(execution);
        assertThat(left.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(left.error()).isEqualTo("Sluice.RuntimeStopped");
        new Mails(laptop.mailbox()).next(left.name(), cut);
        pipeline.redrive(execution);
      }
      Pipeline pipeline = Pipeline.in(laptop, "orders");
      assertSucceeded(pipeline.await(execution));

      assertThat(curated(laptop, pipeline, directory.resolve("cut-lake"))).isEqualTo(expected);
      assertEachFileInOnePlace(pipeline);
    } finally {
      laptop.close();
    }
  }

  private static Pipeline deliver(Laptop laptop) throws InterruptedException {
    Pipeline pipeline = Pipeline.in(laptop, "orders");
    for (String dataset : List.of("sales", "marketing")) {
      Map<String, String> files = new LinkedHashMap<>();
      files()
          .forEach(
              (key, text) -> {
                if (key.startsWith(dataset)) {
                  files.put(key, text);
                }
              });
      pipeline.deliverAndSee(dataset, files);
    }
    return pipeline;
  }

  /** Six months of sales, one file of them wrong besides, and two files of marketing. */
  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (int month = 1; month <= 6; month++) {
      LocalDate day = LocalDate.of(2019, month, 3);
      files.put("sales/sales_2019_0" + month + ".csv", SmallFiles.sales(day, month));
    }
    files.put("sales/sales_2019_07.csv", "no,sales\n1,2\n");
    files.put("marketing/h1.csv", SmallFiles.marketing(LocalDate.of(2019, 1, 1), 100));
    files.put("marketing/h2.csv", SmallFiles.marketing(LocalDate.of(2019, 4, 11), 100));
    return files;
  }

  /** Until a few more events have happened, and a moment that belongs to none. */
  private static void awaitMoment(Laptop laptop, String execution, Random random)
      throws InterruptedException {
    Pipeline pipeline = Pipeline.in(laptop, "orders");
    int events = pipeline.history(execution).size() + 3 + random.nextInt(EVENTS_AT_MOST);
    while (pipeline.history(execution).size() < events
        && pipeline.describe(execution).status() == ExecutionStatus.RUNNING) {
      Thread.sleep(20);
    }
    Thread.sleep(random.nextInt(300));
    assertThat(pipeline.describe(execution).status())
        .as("ended before the power was cut: lower EVENTS_AT_MOST")
        .isEqualTo(ExecutionStatus.RUNNING);
  }

  private static Map<String, List<List<String>>> curated(
      Laptop laptop, Pipeline pipeline, Path directory) {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    try (S3Client s3 = laptop.s3();
        Lake lake = Lake.copy(s3, pipeline.bucket("lake"), directory)) {
      TABLES.forEach(
          (table, format) ->
              rows.put(
                  table,
                  lake.query(
                      "SELECT * FROM read_%s(%s) ORDER BY ALL"
                          .formatted(format, lake.files(table, format)))));
    }
    return rows;
  }

  private static void assertEachFileInOnePlace(Pipeline pipeline) {
    assertThat(pipeline.keys("landing")).isEmpty();
    files()
        .keySet()
        .forEach(
            key -> {
              boolean valid = !key.endsWith("_07.csv");
              assertThat(pipeline.audited(key.substring(0, key.indexOf('/')), key))
                  .as(key)
                  .containsEntry("state", valid ? "INGESTED" : "INVALID");
              assertThat(pipeline.keys("lake").contains("raw/" + key + ".jsonl"))
                  .as(key)
                  .isEqualTo(valid);
              assertThat(pipeline.keys("failed").contains(key)).as(key).isNotEqualTo(valid);
            });
    assertThat(pipeline.keys("failed")).hasSize(2);
  }

  private static void assertSucceeded(DescribeExecutionResponse execution) {
    assertThat(execution.status())
        .as("%s: %s", execution.error(), execution.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
