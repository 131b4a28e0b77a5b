package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.samples.SampleFile;
import dev.sluice.demo.samples.SampleManifest;
import dev.sluice.test.fixture.AfterOrdersRun;
import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Lake;
import dev.sluice.test.fixture.OrdersRun;
import dev.sluice.test.fixture.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.glue.GlueClient;

/** {@code run orders}, and then what it left, read in a later process from the same state. */
@AfterOrdersRun
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
  private final OrdersRun run;
  private final SampleManifest samples;
  private final Answer answer;
  private final Pipeline pipeline;
  private final Lake lake;

  MainJobTest(OrdersRun run) {
    this.run = run;
    this.samples = run.samples();
    this.answer = run.answer();
    this.pipeline = run.pipeline();
    this.lake = run.lake();
  }

  @Test
  void shouldShowEveryStepEndingWell() {
    assertThat(pipeline.steps()).isNotEmpty();
    for (String step : pipeline.steps()) {
      assertThat(answer.output()).containsPattern("✓ " + step + " +succeeded");
    }
    assertThat(answer.output()).contains("SUCCEEDED in", "Files:", "Written:", "Mails:", "Next:");
  }

  @Test
  void shouldNameEveryWrongFileWithItsReason() {
    assertThat(samples.invalid()).isNotEmpty();
    for (SampleFile file : samples.invalid()) {
      assertThat(answer.output().lines())
          .as("the summary's line on %s", file.key())
          .anySatisfy(
              said ->
                  assertThat(said)
                      .contains(file.key())
                      .contains(file.flaw().orElseThrow().reason()));
    }
  }

  @Test
  void shouldKeepAWrongFileWithAReportBesideItInTheFailedBucket() {
    assertThat(pipeline.keys("failed"))
        .containsExactlyInAnyOrderElementsOf(
            samples.invalid().stream()
                .flatMap(f -> List.of(f.key(), f.key() + ".errors.json").stream())
                .toList());
  }

  @Test
  void shouldLeaveTheLandingBucketEmptyAndEachFileInOneFinalState() {
    assertThat(pipeline.keys("landing")).isEmpty();
    assertThat(samples.files()).isNotEmpty();
    for (SampleFile file : samples.files()) {
      assertThat(pipeline.audited(file.dataset(), file.key()))
          .as(file.key())
          .containsEntry("state", file.valid() ? "INGESTED" : "INVALID");
    }
  }

  @Test
  void shouldJoinAsAnIndependentComputationDoes() {
    List<List<String>> expected =
        lake.query(
            """
            WITH leads AS (
              SELECT strptime("Date", '%%m/%%d/%%Y')::DATE AS date,
                     SUM("Forecasted Monthly Revenue"::BIGINT) AS forecasted_lead_revenue,
                     COUNT(*) AS leads_generated
              FROM read_csv([%s], all_varchar = true)
              WHERE "Opportunity Stage" = 'Lead'
              GROUP BY 1
            ), marketing AS (
              SELECT strptime("Date", '%%m/%%d/%%Y')::DATE AS date,
                     "Twitter follower adds", "Mailing list adds", "Paid conversion"
              FROM read_csv([%s], all_varchar = true)
            )
            SELECT date::VARCHAR, forecasted_lead_revenue::VARCHAR, leads_generated::VARCHAR,
                   "Twitter follower adds", "Mailing list adds", "Paid conversion"
            FROM leads JOIN marketing USING (date) ORDER BY date
            """
                .formatted(validFiles("sales"), validFiles("marketing")));
    assertThat(expected).hasSizeGreaterThan(100);

    String columns =
        """
        date::VARCHAR, forecasted_lead_revenue::VARCHAR, leads_generated::VARCHAR,
        twitter_follower_adds::VARCHAR, mailing_list_adds::VARCHAR, paid_conversion::VARCHAR
        """;
    assertThat(
            lake.query(
                "SELECT %s FROM read_parquet(%s)"
                    .formatted(columns, lake.files("curated/sales_marketing", "parquet"))))
        .containsExactlyElementsOf(expected);
    assertThat(
            lake.query(
                "SELECT %s FROM read_csv(%s)"
                    .formatted(columns, lake.files("curated/sales_marketing_csv", "csv"))))
        .containsExactlyElementsOf(expected);
  }

  // A crawler calls two folders that end alike by one name, and gives one of them a hash:
  // https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html.
  @Test
  void shouldFindEachTableOfTheLakeInTheCatalogByTheNameOfItsFolder() {
    Map<String, String> places = new TreeMap<>();
    try (GlueClient glue = run.laptop().glue()) {
      glue.getTablesPaginator(r -> r.databaseName("sluice_orders")).stream()
          .flatMap(page -> page.tableList().stream())
          .filter(table -> table.storageDescriptor().location().startsWith("s3://"))
          .forEach(table -> places.put(table.name(), table.storageDescriptor().location()));
    }

    assertThat(places)
        .containsKeys("products", "shop_products", "marketing", "marketing_by_day", "leads_by_day")
        .allSatisfy((name, place) -> assertThat(place).endsWith("/" + name + "/"));
    assertThat(places.get("products")).endsWith("/raw/products/");
    assertThat(places.get("shop_products")).endsWith("/raw/shop/shop_products/");
  }

  @Test
  void shouldWriteTypedSnappyParquetAndASingleCsvFile() {
    assertThat(
            lake.query(
                "SELECT DISTINCT compression FROM parquet_metadata(%s)"
                    .formatted(lake.files("curated/sales_marketing", "parquet"))))
        .containsExactly(List.of("SNAPPY"));
    assertThat(
            lake.query(
                "SELECT DISTINCT typeof(date), typeof(twitter_mentions) FROM read_parquet(%s)"
                    .formatted(lake.files("curated/marketing_by_day", "parquet"))))
        .containsExactly(List.of("DATE", "BIGINT"));
    assertThat(pipeline.keys("lake"))
        .filteredOn(k -> k.endsWith(".csv") && k.startsWith("curated/"))
        .hasSize(1);
  }

  @Test
  void shouldMailTheInvalidFiles() throws Exception {
    try (var mails = Files.list(run.laptop().mailbox())) {
      String all = mails.map(MainJobTest::read).collect(Collectors.joining("\n"));
      assertThat(samples.invalid()).isNotEmpty().allSatisfy(f -> assertThat(all).contains(f.key()));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String validFiles(String dataset) {
    return samples.valid().stream()
        .filter(f -> f.dataset().equals(dataset))
        .map(f -> "'" + run.input().resolve(f.key()) + "'")
        .collect(Collectors.joining(", "));
  }
}
