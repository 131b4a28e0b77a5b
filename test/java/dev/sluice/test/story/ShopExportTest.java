package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Catalog;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.ComparedTable;
import dev.sluice.test.fixture.Lake;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.MapRuns;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;

/**
 * The shop's database and catalog come into the lake whole, though twelve tables at a time ask for
 * a job that allows three runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopExportTest {
  private static final String JOB = "sluice-orders-export_table";
  private static final int TABLES = 12;
  private static final int ALLOWED = 3;
  private static final int ASKED = 12;
  private static final int CHANGED = 9;
  // The margin that the function keeps, so that each invocation reads one page.
  private static final int SHORT_SECONDS = 30;

  private Laptop laptop;
  private Pipeline pipeline;
  private Shop shop;
  private Lake lake;
  private SfnClient stepFunctions;
  private DescribeExecutionResponse execution;
  private String mapRun;

  @BeforeAll
  void exportAll(@TempDir Path directory) throws Exception {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("exportConcurrency", ALLOWED);
    limits.put("exportMaxConcurrentRuns", ALLOWED);
    Path hurried =
        ChangedAssembly.copy(Assembly.with(limits), "hurried")
            .timeout("export-products", SHORT_SECONDS)
            // Local runs of the job take seconds, not minutes.
            .definition("\"IntervalSeconds\":20,", "\"IntervalSeconds\":2,")
            .write();
    laptop = Laptop.start(hurried, directory.resolve("aws"), "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
    shop = Shop.of(laptop);
    stepFunctions = laptop.stepFunctions();
    String arn =
        pipeline.start(
            """
            {"only": ["crawl_shop", "export_tables", "export_products", "summarize_orders"],
             "parameters": {"exportConcurrency": %d}}
            """
                .formatted(ASKED));
    mapRun = MapRuns.await(stepFunctions, arn);
    // What an operator does to a map that asks too much of a database.
    stepFunctions.updateMapRun(r -> r.mapRunArn(mapRun).maxConcurrency(CHANGED));
    execution = pipeline.await(arn);
    assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    try (S3Client s3 = laptop.s3()) {
      lake = Lake.copy(s3, pipeline.bucket("lake"), directory.resolve("lake"));
    }
  }

  @AfterAll
  void stop() {
    if (lake != null) {
      lake.close();
    }
    if (shop != null) {
      shop.close();
      stepFunctions.close();
    }
    if (laptop != null) {
      laptop.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "categories",
        "suppliers",
        "products",
        "customers",
        "addresses",
        "orders",
        "order_items",
        "payments",
        "shipments",
        "returns",
        "reviews",
        "inventory"
      })
  void shouldCopyATableWithEveryRowValueAndType(String table) {
    assertThat(ComparedTable.assertSame(shop, lake, table)).as("rows").isPositive();
  }

  @Test
  void shouldCountTablesAndItemsInTheRunsOutput() {
    assertThat(pipeline.count(execution, "crawl_shop", "tables")).isEqualTo(TABLES);
    assertThat(pipeline.count(execution, "export_tables", "succeeded")).isEqualTo(TABLES);
    assertThat(pipeline.count(execution, "export_tables", "failed")).isZero();
    assertThat(pipeline.count(execution, "export_products", "items")).isGreaterThan(4_000);
  }

  @Test
  void shouldSurviveTheJobsLimitByRetry() {
    List<String> refusals =
        MapRuns.children(stepFunctions, mapRun).stream()
            .flatMap(c -> MapRuns.taskErrors(stepFunctions, c.executionArn()).stream())
            .toList();
    // All asked at once, so at least all but those that the job allows were refused once.
    assertThat(refusals)
        .hasSizeGreaterThanOrEqualTo(CHANGED - ALLOWED)
        .containsOnly("Glue.ConcurrentRunsExceededException");

    List<JobRun> runs = runs();
    assertThat(runs).hasSize(TABLES).allMatch(run -> run.jobRunState() == JobRunState.SUCCEEDED);
    for (JobRun run : runs) {
      Instant start = run.startedOn();
      assertThat(runs)
          .as("runs at %s", start)
          .filteredOn(r -> !r.startedOn().isAfter(start) && r.completedOn().isAfter(start))
          .hasSizeLessThanOrEqualTo(ALLOWED);
    }
  }

  @Test
  void shouldDescribeTheMapRun() {
    DescribeMapRunResponse run = MapRuns.describe(stepFunctions, mapRun);

    assertThat(run.mapRunArn()).contains("/export_tables:");
    assertThat(run.executionArn()).isEqualTo(execution.executionArn());
    assertThat(run.status()).isEqualTo(MapRunStatus.SUCCEEDED);
    assertThat(run.maxConcurrency()).as("changed while it ran").isEqualTo(CHANGED);
    assertThat(run.toleratedFailureCount()).isZero();
    assertThat(run.itemCounts().total()).isEqualTo(TABLES);
    assertThat(run.itemCounts().succeeded()).isEqualTo(TABLES);
    assertThat(run.itemCounts().resultsWritten()).isEqualTo(TABLES);
    assertThat(run.itemCounts().pending() + run.itemCounts().running()).isZero();
    assertThat(run.itemCounts().failed() + run.itemCounts().aborted()).isZero();
    assertThat(run.executionCounts().succeeded()).isEqualTo(TABLES);
    assertThat(run.redriveCount()).isZero();
    assertThat(run.stopDate()).isAfter(run.startDate());
  }

  @Test
  void shouldListTheMapRunsChildren() {
    List<ExecutionListItem> children = MapRuns.children(stepFunctions, mapRun);

    assertThat(children).hasSize(TABLES);
    assertThat(children).allMatch(c -> c.status() == ExecutionStatus.SUCCEEDED);
    assertThat(children).allMatch(c -> c.mapRunArn().equals(mapRun));
    assertThat(children)
        .extracting(c -> pipeline.describe(c.executionArn()).output())
        .anySatisfy(output -> assertThat(output).contains("\"table\":\"order_items\""));
  }

  @Test
  void shouldLeaveTheResultWritersManifestAndFiles() {
    String folder =
        "runs/%s/export_tables/results/%s/"
            .formatted(execution.name(), mapRun.substring(mapRun.lastIndexOf(':') + 1));
    assertThat(pipeline.keys("work"))
        .filteredOn(key -> key.startsWith(folder))
        .containsExactlyInAnyOrder(folder + "manifest.json", folder + "SUCCEEDED_0.json");

    JsonNode manifest = JsonNode.parser().parse(pipeline.read("work", folder + "manifest.json"));
    assertThat(text(manifest, "DestinationBucket")).isEqualTo(pipeline.bucket("work"));
    assertThat(text(manifest, "MapRunArn")).isEqualTo(mapRun);
    JsonNode files = manifest.field("ResultFiles").orElseThrow();
    assertThat(files.field("FAILED").orElseThrow().asArray()).isEmpty();
    assertThat(files.field("PENDING").orElseThrow().asArray()).isEmpty();
    JsonNode succeeded = files.field("SUCCEEDED").orElseThrow().asArray().get(0);
    String results = pipeline.read("work", folder + "SUCCEEDED_0.json");
    assertThat(text(succeeded, "Key")).isEqualTo(folder + "SUCCEEDED_0.json");
    assertThat(succeeded.field("Size").orElseThrow().asNumber())
        .isEqualTo(String.valueOf(results.getBytes(StandardCharsets.UTF_8).length));
    List<JsonNode> records = JsonNode.parser().parse(results).asArray();
    assertThat(records).hasSize(TABLES);
    for (JsonNode child : records) {
      assertThat(child.asObject())
          .containsKeys(
              "ExecutionArn", "Input", "Name", "Output", "StartDate", "StateMachineArn", "Status");
      // Both are texts of JSON, not objects.
      assertThat(text(child, "Input")).startsWith("{").contains("partitionColumn");
      assertThat(text(child, "Output")).startsWith("{").contains("jobRun");
      assertThat(text(child, "Status")).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void shouldShowTheTablesInTheCatalogWithTheirTypes() {
    try (GlueClient glue = laptop.glue()) {
      Map<String, Table> tables = new LinkedHashMap<>();
      glue.getTables(r -> r.databaseName("sluice_orders"))
          .tableList()
          .forEach(table -> tables.put(table.storageDescriptor().location(), table));

      assertThat(tables).hasSize(TABLES).containsKey("shop.public.reviews");
      assertThat(tables.get("shop.public.products").storageDescriptor().columns())
          .extracting(Column::name, Column::type)
          .map(tuple -> tuple.toList().get(0) + " " + tuple.toList().get(1))
          .containsExactly(
              "product_id bigint",
              "sku string",
              "name string",
              "category_id int",
              "supplier_id int",
              "price decimal(18,4)",
              "cost decimal(18,4)",
              "weight_kg double",
              "tags array<string>",
              "attributes string",
              "thumbnail binary",
              "status string",
              "created_at timestamp");
    }
  }

  @Test
  void shouldSummarizeOrdersAsAnIndependentComputationDoes() {
    String expected =
        """
        WITH products AS (
          SELECT * FROM read_json(%s, columns = {product_id: 'VARCHAR', category: 'VARCHAR'},
                                  format = 'newline_delimited')
        )
        SELECT make_timestamp(epoch_us(o.placed_at))::DATE::VARCHAR AS date,
               coalesce(p.category, 'unknown') AS category,
               count(DISTINCT o.order_id)::VARCHAR, sum(i.quantity)::VARCHAR,
               sum(i.amount)::VARCHAR
        FROM read_parquet(%s) i JOIN read_parquet(%s) o USING (order_id)
             LEFT JOIN products p ON p.product_id = i.product_id::VARCHAR
        WHERE o.status IN ('placed', 'paid', 'shipped', 'delivered')
        GROUP BY ALL ORDER BY 1, 2
        """
            .formatted(
                lake.files("raw/products", "jsonl"),
                lake.files("raw/shop/shop_order_items", "parquet"),
                lake.files("raw/shop/shop_orders", "parquet"));
    String found =
        """
        SELECT date::VARCHAR, category, orders::VARCHAR, units::VARCHAR, revenue::VARCHAR
        FROM read_parquet(%s) ORDER BY date, category
        """
            .formatted(lake.files("curated/revenue_by_day_and_category", "parquet"));

    List<List<String>> rows = lake.query(expected);

    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(lake.query(found).equals(rows))
        .as("same rows as " + rows.subList(0, 3) + "…, found " + lake.query(found).subList(0, 3))
        .isTrue();
  }

  @Test
  void shouldExportACatalogThatTakesMoreThanOneInvocationWholeAndWithoutDuplicates()
      throws Exception {
    // A page of a scan holds a megabyte.
    Catalog catalog = new Catalog(laptop, "sluice-products");
    catalog.add(40, 200_000);
    try {
      DescribeExecutionResponse export = pipeline.run("{\"only\": [\"export_products\"]}");

      assertThat(export.status()).as(export.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(pipeline.statesEntered(export.executionArn()))
          .as("invocations for 4 segments")
          .filteredOn("export_products: segment"::equals)
          .hasSizeGreaterThan(8);
      long items = catalog.assertSame(pipeline.lines("lake", "raw/products/"));
      assertThat(pipeline.count(export, "export_products", "items")).isEqualTo(items);
    } finally {
      catalog.remove(40);
    }
  }

  @Test
  void shouldFailWhereATableFailsAndNoneMay() throws Exception {
    DescribeExecutionResponse failed =
        shop.without(List.of("categories"), () -> pipeline.run("{\"only\": [\"export_tables\"]}"));

    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failed.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    Mails.Mail mail = new Mails(laptop.mailbox()).next(failed.name(), 0);
    assertThat(mail.subject()).startsWith("[orders] export_tables failed in ");
    assertThat(mail.body())
        .contains("of 12 items failed. ", "- categories: ")
        .contains("the database has no table public.categories that this user may see")
        .contains("./sluice redrive " + failed.name());
  }

  private List<JobRun> runs() {
    try (GlueClient glue = laptop.glue()) {
      return glue.getJobRunsPaginator(r -> r.jobName(JOB)).jobRuns().stream()
          .filter(run -> run.arguments().get("--run").equals(execution.name()))
          .toList();
    }
  }

  private static String text(JsonNode node, String field) {
    return node.field(field).orElseThrow().asString();
  }
}
