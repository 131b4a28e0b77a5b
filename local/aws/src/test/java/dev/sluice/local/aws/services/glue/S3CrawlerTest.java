package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3CrawlerTest {
  @TempDir Path state;
  private GlueFixture fixture;
  private final MemoryObjects objects = new MemoryObjects();

  @BeforeEach
  void start() throws Exception {
    fixture = new GlueFixture(state);
    fixture.objects = objects;
    fixture.deploy("AWS::Glue::Database", "{\"DatabaseInput\":{\"Name\":\"sluice_orders\"}}", true);
    crawler("s3://lake/curated/", "s3://lake/raw");
  }

  private void crawler(String... paths) throws Exception {
    grouped("", paths);
  }

  private void grouped(String grouping, String... paths) throws Exception {
    List<String> targets = new ArrayList<>();
    for (String path : paths) {
      targets.add("{\"Path\":\"" + path + "\"}");
    }
    fixture.deploy(
        "AWS::Glue::Crawler",
        """
        {"Name":"lake","Role":"r","DatabaseName":"sluice_orders","Targets":{"S3Targets":[%s]},
         "Configuration":"{\\"Version\\":1.0,\\"Grouping\\":{%s}}",
         "SchemaChangePolicy":{"DeleteBehavior":"DELETE_FROM_DATABASE","UpdateBehavior":"UPDATE_IN_DATABASE"}}
        """
            .formatted(String.join(",", targets), grouping.replace("\"", "\\\"")),
        true);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldMakeATableOfEachDirectoryWithDataFiles() throws Exception {
    objects.add(
        "curated/leads_by_day/part-0.parquet",
        "curated/leads_by_day/_SUCCESS",
        "raw/sales/a.csv",
        "raw/sales/b.csv",
        "raw/shop/orders/part-0.snappy.parquet",
        "raw/visits/year=2026/month=01/part-0.parquet",
        "raw/visits/year=2026/month=02/part-0.parquet",
        "raw/notes/readme.txt");

    JsonNode last = crawl();

    assertThat(last.path("Status").asText()).isEqualTo("SUCCEEDED");
    assertThat(last.path("LogGroup").asText()).isEqualTo("/aws-glue/crawlers");
    assertThat(last.path("StartTime").asDouble()).isGreaterThan(1.7e9);
    assertThat(tables()).containsExactly("leads_by_day", "orders", "sales", "visits");
    JsonNode sales = table("sales");
    assertThat(sales.at("/StorageDescriptor/Location").asText()).isEqualTo("s3://lake/raw/sales/");
    assertThat(sales.at("/StorageDescriptor/Columns/1/Type").asText()).isEqualTo("decimal(18,4)");
    assertThat(sales.at("/Parameters/objectCount").asText()).isEqualTo("2");
    assertThat(table("visits").at("/PartitionKeys/1/Name").asText()).isEqualTo("month");
    JsonNode partitions =
        fixture.call(
            "GetPartitions", "{\"DatabaseName\":\"sluice_orders\",\"TableName\":\"visits\"}");
    assertThat(partitions.at("/Partitions/1/Values").toString()).isEqualTo("[\"2026\",\"02\"]");
    assertThat(partitions.at("/Partitions/1/StorageDescriptor/Location").asText())
        .isEqualTo("s3://lake/raw/visits/year=2026/month=02/");
  }

  // https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html: "If duplicate table names are
  // encountered, the crawler adds a hash string suffix to the name."
  @Test
  void shouldAddAHashToTheNameOfAFolderThatEndsLikeAnother() throws Exception {
    crawler("s3://lake/raw/products/", "s3://lake/raw/shop/products/");
    objects.add("raw/products/1.jsonl", "raw/shop/products/1.parquet");

    crawl();
    List<String> first = tables();
    crawl();

    assertThat(first).hasSize(2).first().isEqualTo("products");
    assertThat(first.get(1)).matches("products_[0-9a-f]{32}");
    assertThat(tables()).as("at the next crawl").isEqualTo(first);
    assertThat(table(first.get(1)).at("/StorageDescriptor/Location").asText())
        .isEqualTo("s3://lake/raw/shop/products/");
  }

  @Test
  void shouldAddAHashWhereAnotherCrawlersTableHasTheName() throws Exception {
    fixture.deploy(
        "AWS::Glue::Table",
        """
        {"DatabaseName":"sluice_orders",
         "TableInput":{"Name":"a","StorageDescriptor":{"Location":"shop.public.a"}}}
        """,
        true);
    objects.add("curated/a/1.parquet");

    crawl();

    assertThat(tables()).hasSize(2).last().asString().matches("a_[0-9a-f]{32}");
  }

  @Test
  void shouldMergeFoldersThatAreAlikeIntoOneTableWithPartitions() throws Exception {
    crawler("s3://lake/raw/alike/");
    objects.add("raw/alike/north/1.parquet", "raw/alike/south/1.parquet");

    crawl();

    assertThat(tables()).containsExactly("alike");
    JsonNode table = table("alike");
    assertThat(table.at("/PartitionKeys/0/Name").asText()).isEqualTo("partition_0");
    assertThat(table.at("/Parameters/objectCount").asText()).isEqualTo("2");
    JsonNode partitions =
        fixture.call(
            "GetPartitions", "{\"DatabaseName\":\"sluice_orders\",\"TableName\":\"alike\"}");
    assertThat(partitions.at("/Partitions/0/Values").toString()).isEqualTo("[\"north\"]");
    assertThat(partitions.at("/Partitions/1/StorageDescriptor/Location").asText())
        .isEqualTo("s3://lake/raw/alike/south/");
  }

  // https://docs.aws.amazon.com/glue/latest/dg/crawler-grouping-policy.html
  @Test
  void shouldMakeOneTableOfATargetThatCombinesSchemas() throws Exception {
    grouped("\"TableGroupingPolicy\":\"CombineCompatibleSchemas\"", "s3://lake/raw/visits/");
    objects.add("raw/visits/2025/1.csv", "raw/visits/2026/1.csv");

    crawl();

    assertThat(tables()).containsExactly("visits");
    assertThat(table("visits").at("/StorageDescriptor/Columns")).hasSize(4);
  }

  // https://docs.aws.amazon.com/glue/latest/dg/crawler-table-level.html
  @Test
  void shouldMakeTablesAtTheLevelThatIsAskedFor() throws Exception {
    grouped("\"TableLevelConfiguration\":3", "s3://lake/raw/");
    objects.add("raw/visits/2025/1.csv", "raw/visits/2026/1.csv", "raw/sales/1.csv");

    crawl();

    assertThat(tables()).containsExactly("sales", "visits");
  }

  @Test
  void shouldCountWhatChangedAndDeleteWhatIsGone() throws Exception {
    objects.add("curated/a/1.parquet", "curated/b/1.parquet");
    crawl();
    assertThat(metric("TablesCreated")).isEqualTo(2);

    objects.lake.remove("curated/b/1.parquet");
    objects.add("curated/c/1.parquet");
    crawl();

    assertThat(tables()).containsExactly("a", "c");
    assertThat(metric("TablesCreated")).isEqualTo(1);
    assertThat(metric("TablesUpdated")).isZero();
    assertThat(metric("TablesDeleted")).isEqualTo(1);
    assertThat(fixture.call("ListCrawls", "{\"CrawlerName\":\"lake\"}").path("Crawls")).hasSize(2);
  }

  @Test
  void shouldFailWithTheRealReason() throws Exception {
    objects.add("curated/broken/1.parquet");

    JsonNode last = crawl();

    assertThat(last.path("Status").asText()).isEqualTo("FAILED");
    assertThat(last.path("ErrorMessage").asText())
        .isEqualTo(
            "The schema of s3://lake/curated/broken/ could not be read: there is no file in"
                + " s3://lake/curated/broken/ for the key of r");

    crawler("s3://elsewhere/x");
    assertThat(crawl().path("ErrorMessage").asText())
        .isEqualTo("The bucket elsewhere does not exist");
  }

  @Test
  void shouldRefuseToStartTwiceAndToStartTheUnknown() throws Exception {
    for (int i = 0; i < 50; i++) {
      objects.add("curated/t" + i + "/1.parquet");
    }
    fixture.call("StartCrawler", "{\"Name\":\"lake\"}");

    assertThatThrownBy(() -> fixture.call("StartCrawler", "{\"Name\":\"lake\"}"))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("CrawlerRunningException"));
    assertThatThrownBy(() -> fixture.call("StartCrawler", "{\"Name\":\"sea\"}"))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("EntityNotFoundException"));

    fixture.call("StopCrawler", "{\"Name\":\"lake\"}");
    assertThat(ready().path("LastCrawl").path("Status").asText()).isEqualTo("CANCELLED");
    assertThat(tables()).isEmpty();
    assertThatThrownBy(() -> fixture.call("StopCrawler", "{\"Name\":\"lake\"}"))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("CrawlerNotRunningException"));
  }

  @Test
  void shouldKeepCatalogAndHistoryOverARestart() throws Exception {
    objects.add("curated/a/1.parquet");
    crawl();
    fixture.close();

    fixture = new GlueFixture(state);

    assertThat(tables()).containsExactly("a");
    assertThat(ready().path("LastCrawl").path("Status").asText()).isEqualTo("SUCCEEDED");
  }

  private JsonNode crawl() throws Exception {
    fixture.call("StartCrawler", "{\"Name\":\"lake\"}");
    return ready().path("LastCrawl");
  }

  private JsonNode ready() throws Exception {
    for (int i = 0; i < 400; i++) {
      JsonNode crawler = fixture.call("GetCrawler", "{\"Name\":\"lake\"}").get("Crawler");
      if (crawler.path("State").asText().equals("READY")) {
        return crawler;
      }
      Thread.sleep(25);
    }
    throw new AssertionError("the crawler does not end");
  }

  private List<String> tables() throws Exception {
    List<String> names = new ArrayList<>();
    fixture
        .call("GetTables", "{\"DatabaseName\":\"sluice_orders\"}")
        .get("TableList")
        .forEach(table -> names.add(table.path("Name").asText()));
    return names;
  }

  private JsonNode table(String name) throws Exception {
    return fixture
        .call("GetTable", "{\"DatabaseName\":\"sluice_orders\",\"Name\":\"" + name + "\"}")
        .get("Table");
  }

  private int metric(String name) throws Exception {
    return fixture
        .call("GetCrawlerMetrics", "{\"CrawlerNameList\":[\"lake\"]}")
        .at("/CrawlerMetricsList/0/" + name)
        .asInt();
  }
}
