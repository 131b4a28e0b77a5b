package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.MapRuns;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.Shop;
import dev.sluice.test.fixture.TablesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Tables that cannot be exported, of which one may fail, and lists and databases that are wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingTablesTest {
  private static final String EXPORT = "{\"only\": [\"export_tables\"]}";
  private static final String HEADER = "table,partition column,partitions\n";

  private Laptop laptop;
  private Pipeline pipeline;
  private Mails mails;
  private Shop shop;
  private TablesFile tables;

  @BeforeAll
  void crawl(@TempDir Path state) throws Exception {
    laptop =
        Laptop.start(Assembly.with(Map.of("exportToleratedFailure", 1)), state, "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
    mails = new Mails(laptop.mailbox());
    shop = Shop.of(laptop);
    tables = TablesFile.of(laptop);
    succeeded(pipeline.run("{\"only\": [\"crawl_shop\"]}"));
  }

  @AfterAll
  void stop() {
    if (shop != null) {
      shop.close();
    }
    if (laptop != null) {
      laptop.close();
    }
  }

  @Test
  void shouldExportTheOthersWhereAsManyFailAsMay() throws Exception {
    DescribeExecutionResponse execution =
        succeeded(shop.without(List.of("reviews"), () -> pipeline.run(EXPORT)));

    assertThat(pipeline.count(execution, "export_tables", "succeeded")).isEqualTo(11);
    assertThat(pipeline.count(execution, "export_tables", "failed")).isEqualTo(1);
    assertThat(pipeline.keys("lake"))
        .noneMatch(key -> key.startsWith("raw/shop/shop_reviews/"))
        .anyMatch(key -> key.startsWith("raw/shop/shop_inventory/"));
    DescribeMapRunResponse run = mapRun(execution);
    assertThat(run.toleratedFailureCount()).isEqualTo(1);
    assertThat(run.itemCounts().succeeded()).isEqualTo(11);
    assertThat(run.itemCounts().failed()).isEqualTo(1);
    assertThat(pipeline.keys("work"))
        .filteredOn(key -> key.contains("/" + execution.name() + "/export_tables/results/"))
        .anyMatch(key -> key.endsWith("/FAILED_0.json"))
        .anyMatch(key -> key.endsWith("/SUCCEEDED_0.json"));
  }

  @Test
  void shouldFailWhereMoreFailThanMay() throws Exception {
    DescribeExecutionResponse execution =
        shop.without(List.of("categories", "suppliers"), () -> pipeline.run(EXPORT));

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    assertThat(mapRun(execution).itemCounts().failed()).isEqualTo(2);
    assertThat(mails.next(execution.name(), 0).body())
        .contains("2 of 12 items failed. ", "- categories: ", "- suppliers: ")
        .contains("the database has no table public.categories");
  }

  @Test
  void shouldFailWhereNothingSucceededWhateverMay() throws Exception {
    DescribeExecutionResponse execution =
        shop.without(
            List.of("reviews"),
            () -> tables.as(HEADER + "reviews,review_id,1\n", () -> pipeline.run(EXPORT)));

    assertThat(mapRun(execution).itemCounts().failed()).isEqualTo(1);
    assertFailed(
        execution,
        "dev.sluice.error.NothingExported",
        "none of 1 items succeeded",
        "the database has no table public.reviews");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table,column,partitions;reviews,review_id,1"
            + "| the header is 'table,column,partitions', expected 'table,partition column,partitions'",
        "table,partition column,partitions;returns,return_id,1;reviews,review_id,1;returns,return_id,1"
            + "| row 4 lists returns again after row 2; delete one of them",
        "''| the file is empty, expected the header table,partition column,partitions",
        "table,partition column,partitions"
            + "| no table is listed below the header; list one, or skip export_tables",
        "table,partition column,partitions;reviews,review_id,1;refunds,refund_id,1"
            + "| row 3 names the table refunds, which the catalog does not know",
        "table,partition column,partitions;reviews,reviewer,4"
            + "| row 2 names the partition column reviewer, which reviews does not have",
        "table,partition column,partitions;reviews,review_id,many"
            + "| row 2 has partitions 'many', expected a whole number from 1 to 1000",
      })
  void shouldRefuseAWrongListBeforeAJobIsSpentOnIt(String list, String finding) throws Exception {
    int runs = jobRuns();

    DescribeExecutionResponse execution =
        tables.as(list.replace(';', '\n'), () -> pipeline.run(EXPORT));

    assertFailed(execution, "dev.sluice.error.TablesFileInvalid", finding);
    assertThat(jobRuns()).isEqualTo(runs);
    assertThat(pipeline.statesEntered(execution.executionArn()))
        .contains("export_tables: check")
        .doesNotContain("export_tables");
  }

  @Test
  void shouldFailACrawlByTheCrawlersOwnMessageAndCrawlAgainWhenRedriven() throws Exception {
    DescribeExecutionResponse execution =
        shop.closed(() -> pipeline.run("{\"only\": [\"crawl_shop\"]}"));

    assertFailed(
        execution,
        "dev.sluice.error.CrawlFailed",
        "database \"shop\" is not currently accepting connections");
    pipeline.redrive(execution.executionArn());
    DescribeExecutionResponse redriven = succeeded(pipeline.await(execution.executionArn()));
    assertThat(pipeline.count(redriven, "crawl_shop", "tables")).isEqualTo(12);
  }

  private void assertFailed(DescribeExecutionResponse execution, String error, String... said)
      throws InterruptedException {
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).isEqualTo(error);
    assertThat(execution.cause().replace("\\\"", "\"")).contains(said);
    assertThat(mails.next(execution.name(), 0).body()).contains(said).doesNotContain("{\"Id\"");
  }

  private static DescribeExecutionResponse succeeded(DescribeExecutionResponse execution) {
    assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return execution;
  }

  private DescribeMapRunResponse mapRun(DescribeExecutionResponse execution)
      throws InterruptedException {
    try (SfnClient stepFunctions = laptop.stepFunctions()) {
      return MapRuns.describe(
          stepFunctions, MapRuns.await(stepFunctions, execution.executionArn()));
    }
  }

  private int jobRuns() {
    try (GlueClient glue = laptop.glue()) {
      return (int)
          glue.getJobRunsPaginator(r -> r.jobName("sluice-orders-export_table")).jobRuns().stream()
              .count();
    }
  }
}
