package dev.sluice.glue;

import static dev.sluice.glue.GlueRun.overwrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.glue.failure.JobFailure;
import java.nio.file.Path;
import java.sql.Date;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlJobTest {
  private static final String SALES =
      "Date,Salesperson,Lead Name,Segment,Region,Target Close,Forecasted Monthly Revenue,Opportunity Stage,"
          + "Weighted Revenue,Closed Opportunity,Active Opportunity,Latest Status Entry\n";
  private static final String MARKETING =
      "Date,New visitors SEO,New visitors CPC,New visitors Social Media,Return visitors,Twitter mentions,"
          + "Twitter follower adds,Twitter followers cumulative,Mailing list adds ,Mailing list cumulative,"
          + "Website Pageviews,Website Visits,Website Unique Visits,Mobile uniques,Tablet uniques,Desktop uniques,"
          + "Free sign up,Paid conversion,Events\n";

  @TempDir Path directory;
  private GlueRun run;

  @BeforeEach
  void freshLake() {
    run = new GlueRun(directory);
  }

  @Test
  void shouldSumNewLeadsByDay() throws Throwable {
    run.valid(
            "sales/2026-01.csv",
            SALES
                + lead("1/2/2026", "Åsa", "\"Dots, \"\"Inc\"\"\nNorth\"", 100)
                + lead("1/1/2026", "Bo", "B", 7))
        .valid(
            "sales/more/2026-02.csv",
            SALES + lead("1/2/2026", "Bo", "C", 23) + sale("1/2/2026", "Closed Won", 1000));

    run.step("process_sales");

    var leads = run.parquet("curated/leads_by_day");
    assertThat(leads.schema().apply("date").dataType()).isEqualTo(DataTypes.DateType);
    assertThat(leads.orderBy("date").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2026-01-01,7,1]", "[2026-01-02,123,2]");
    assertThat(run.files("curated/leads_by_day"))
        .allMatch(file -> file.endsWith(".snappy.parquet"));
    assertThat(run.text("work/runs/run-1/process_sales/report.json"))
        .contains(
            "\"view\" : \"sales\"", "\"files\" : 2", "\"rows\" : 2", "\"format\" : \"parquet\"");
  }

  @Test
  void shouldReplaceEarlierOutput() throws Throwable {
    run.valid("sales/a.csv", SALES + lead("1/1/2026", "Bo", "B", 7));

    run.step("process_sales");
    run.step("process_sales");

    assertThat(run.parquet("curated/leads_by_day").count()).isEqualTo(1);
  }

  @Test
  void shouldReadTheNewRowsOfASwitchThatWasCutOff() throws Throwable {
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));
    run.step("process_marketing");
    run.sql(
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/marketing_by_day/_switch/a' USING parquet"
            + " SELECT DATE '2026-05-05' AS date");
    Path table = directory.resolve("lake/curated/marketing_by_day");
    String fresh = run.files("curated/marketing_by_day/_switch/a").get(0);
    run.given(
        "curated/marketing_by_day/_switch.json",
        "{\"staging\": \"_switch/a\", \"new\": [\"%s\"], \"old\": [\"%s\"]}"
            .formatted(fresh, run.files("curated/marketing_by_day").get(0)));

    run.sql(overwrite("SELECT date FROM curated_marketing_by_day"));

    assertThat(run.parquet("curated/x").collectAsList()).hasToString("[[2026-05-05]]");
    assertThatThrownBy(() -> run.sql("SELECT * FROM parquet.`${lake}/curated/marketing_by_day`"))
        .hasMessageContaining("/curated/marketing_by_day are being replaced; run again when");
    run.step("process_marketing");
    assertThat(run.parquet("curated/marketing_by_day").collectAsList()).hasSize(1);
    assertThat(table.resolve("_switch")).doesNotExist();
    assertThat(table.resolve("_switch.json")).doesNotExist();
  }

  @Test
  void shouldJoinOnTheDaysThatBothHaveOldestFirst() throws Throwable {
    run.valid(
            "sales/a.csv",
            SALES
                + lead("1/3/2026", "Bo", "B", 3)
                + lead("1/2/2026", "Bo", "B", 2)
                + lead("1/1/2026", "Bo", "B", 1))
        .valid(
            "marketing/a.csv",
            MARKETING
                + day("1/2/2026", "")
                + day("1/3/2026", "\"Fair, \"\"big\"\"\"")
                + day("1/4/2026", ""));

    run.step("process_sales");
    run.step("process_marketing");
    run.step("join_sales_marketing");

    var joined = run.parquet("curated/sales_marketing");
    assertThat(joined.columns())
        .startsWith("date", "forecasted_lead_revenue", "leads_generated", "new_visitors_seo")
        .hasSize(21);
    assertThat(joined.collectAsList())
        .extracting(row -> row.<Date>getAs("date").toString())
        .containsExactly("2026-01-02", "2026-01-03");
    assertThat(run.files("curated/sales_marketing_csv")).hasSize(1);
    assertThat(
            run.text(
                    "lake/curated/sales_marketing_csv/"
                        + run.files("curated/sales_marketing_csv").get(0))
                .lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("date,forecasted_lead_revenue,leads_generated,new_visitors_seo,");
    assertThat(
            run.text(
                "lake/curated/sales_marketing_csv/"
                    + run.files("curated/sales_marketing_csv").get(0)))
        .contains("2026-01-03,3,1,", "\"Fair, \"\"big\"\"\"");
  }

  @Test
  void shouldTypeMarketingColumns() throws Throwable {
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));

    run.step("process_marketing");

    var marketing = run.parquet("curated/marketing_by_day");
    assertThat(marketing.schema().apply("mailing_list_adds").dataType())
        .isEqualTo(DataTypes.LongType);
    Row row = marketing.first();
    assertThat(row.<Long>getAs("twitter_follower_adds")).isEqualTo(-6L);
    assertThat(row.<String>getAs("events")).isNull();
  }

  @Test
  void shouldSumRevenueByDayAndCategory() throws Throwable {
    run.spark()
        .sql(
            "SELECT * FROM VALUES (1L, TIMESTAMP '2026-01-01 23:59:59Z', 'paid'), (2L, TIMESTAMP '2026-01-02 00:00:00Z', 'placed'),"
                + " (3L, TIMESTAMP '2026-01-02 00:00:00Z', 'cancelled') AS t(order_id, placed_at, status)")
        .write()
        .parquet(run.lake() + "/raw/shop/shop_orders");
    run.spark()
        .sql(
            "SELECT order_id, product_id, quantity, CAST(amount AS decimal(18,4)) AS amount FROM VALUES (1L, 1L, 2, 0.1001),"
                + " (1L, 2L, 1, 5), (2L, 3L, 4, 7.5), (3L, 1L, 9, 99) AS t(order_id, product_id, quantity, amount)")
        .write()
        .parquet(run.lake() + "/raw/shop/shop_order_items");
    run.given("raw/products/0.jsonl", "{\"product_id\":1,\"category\":\"Food\",\"tags\":[\"a\"]}\n")
        .given("raw/products/1.jsonl", "{\"product_id\":2,\"category\":\"Food\",\"weight\":0.1}\n");

    run.step("summarize_orders");

    assertThat(
            run.parquet("curated/revenue_by_day_and_category")
                .orderBy("date", "category")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2026-01-01,Food,1,3,5.1001]", "[2026-01-02,unknown,1,4,7.5000]");
  }

  @Test
  void shouldReadNothingThatTheSqlDoesNotName() throws Throwable {
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));

    run.sql(
        "WITH sales AS (SELECT 1 AS x) INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT * FROM sales");

    assertThat(run.text("work/runs/run-1/step/report.json")).contains("\"inputs\" : [ ]");
  }

  @Test
  void shouldPreferADatasetToATableOfTheCatalogWithItsName() throws Throwable {
    run.spark().sql("CREATE TABLE marketing (x int) USING parquet");
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));

    try {
      run.sql(
          "CREATE TEMPORARY VIEW mine AS SELECT date FROM marketing;"
              + "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT * FROM mine");
    } finally {
      run.spark().sql("DROP TABLE spark_catalog.default.marketing");
    }

    assertThat(run.parquet("curated/x").first()).hasToString("[2025-12-31]");
  }

  @Test
  void shouldFillInParametersOfTheRun() throws Throwable {
    run.sql(
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT '${region}' AS region, ${limit} AS n",
        "--parameters",
        "{\"region\":\"Ö\",\"limit\":5,\"ignored\":{}}");

    assertThat(run.parquet("curated/x").first()).hasToString("[Ö,5]");
  }

  @Test
  void shouldSayWhichStepMakesAMissingInput() {
    assertThatThrownBy(() -> run.step("process_sales"))
        .isInstanceOf(JobFailure.class)
        .hasMessageStartingWith("process_sales.sql, line ")
        .hasMessageContaining("there is no file in " + run.lake() + "/raw/sales/")
        .hasMessageEndingWith("step validate_sales makes it, run that first");
    assertThatThrownBy(() -> run.step("join_sales_marketing"))
        .hasMessageContaining("/curated/leads_by_day/");
    assertThatThrownBy(() -> run.sql("SELECT * FROM shop_orders"))
        .hasMessageContaining("/raw/shop/shop_orders/; step export_tables makes it");
    assertThatThrownBy(() -> run.sql("SELECT * FROM parquet.`${lake}/curated/nix`"))
        .hasMessageContaining("there is no file in " + run.lake() + "/curated/nix");
  }

  @Test
  void shouldNameWhatCanBeReadWhereANameIsUnknown() {
    assertThatThrownBy(() -> run.sql("SELECT 1;\nSELECT *\nFROM seles"))
        .hasMessage(
            "step.sql, line 2: the SQL reads 'seles', which no step of the pipeline makes; expected one of"
                + " [curated_leads_by_day, curated_marketing_by_day, curated_sales_marketing_csv,"
                + " curated_stations_silver, marketing, products, sales, shop_*, stations_*];"
                + " did you mean sales?");
    assertThatThrownBy(() -> run.sql("SELECT * FROM `shop_../../x`"))
        .hasMessageContaining("which no step of the pipeline makes");
    assertThatThrownBy(() -> run.sql("SELECT * FROM shop_"))
        .hasMessageContaining("which no step of the pipeline makes");
  }

  @Test
  void shouldNameTheFileWithAValueThatCannotBeReadAndTheWayOut() throws Throwable {
    run.valid("sales/good.csv", SALES + lead("1/1/2026", "Bo", "B", 7))
        .valid("sales/Ann's 5% +1.csv", SALES + lead("1/1/2026", "Bo", "B", 7));
    String damaged = run.text("lake/raw/sales/good.csv.jsonl").replace("1/1/2026", "13/45/2026");
    run.given("raw/sales/Ann's 5%25 +1.csv.jsonl", damaged);

    assertThatThrownBy(() -> run.step("process_sales"))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining(
            "raw/sales/Ann's 5%25 +1.csv.jsonl cannot be read (a value of date is missing or no date);"
                + " take it out of the way and redrive:"
                + " ./sluice quarantine sales 'raw/sales/Ann'\\''s 5%25 +1.csv.jsonl'; Spark says: ")
        .hasMessageContaining("13/45/2026")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void shouldNameAFileThatIsDamaged() throws Throwable {
    run.valid("sales/a.csv", SALES + lead("1/1/2026", "Bo", "B", 7));
    run.given("raw/sales/cut.csv.jsonl", "{\"date\":\"1/1/2026\",\"salesp");

    assertThatThrownBy(() -> run.step("process_sales"))
        .hasMessageContaining(
            "raw/sales/cut.csv.jsonl cannot be read (a line of it is no row);"
                + " take it out of the way and redrive:"
                + " ./sluice quarantine sales raw/sales/cut.csv.jsonl");
  }

  @Test
  void shouldBlameNoFileWhereTheQueryIsWrong() throws Throwable {
    run.valid("sales/a.csv", SALES + lead("1/1/2026", "Bo", "B", 7));

    assertThatThrownBy(() -> run.sql("SELECT raise_error(region) FROM sales"))
        .hasMessageContaining("EMEA")
        .message()
        .doesNotContain("quarantine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_b.csv.jsonl", "b.csv", "more/.b.jsonl"})
  void shouldFailOnAFileThatNoValidatorWrote(String name) throws Throwable {
    run.valid("sales/a.csv", SALES + lead("1/1/2026", "Bo", "B", 7))
        .given("raw/sales/" + name, SALES);

    assertThatThrownBy(() -> run.step("process_sales"))
        .hasMessageContaining("raw/sales/" + name + " cannot be read")
        .hasMessageContaining("./sluice quarantine sales raw/sales/" + name);
  }

  @Test
  void shouldReadDocumentsAndPassOverTheNoteBesideThem() throws Throwable {
    run.given("raw/stations/zone/a.json", "{\n\"data\": {\n\"x\": [1, \"2\"]}}\n")
        .given("raw/stations/zone/b.json", "{\"data\": {\"x\": [3.10]}}")
        .given("raw/stations/zone/_latest.json", "{\"key\": \"raw/stations/zone/b.json\"}");

    run.sql(
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet"
            + " SELECT ARRAY_SORT(COLLECT_LIST(x)) AS xs FROM (SELECT EXPLODE(data.x) AS x FROM stations_zone)");

    assertThat(run.parquet("curated/x").first()).hasToString("[ArraySeq(1, 2, 3.10)]");
    assertThat(run.text("work/runs/run-1/step/report.json")).contains("\"files\" : 2");
  }

  @Test
  void shouldFailOnADocumentThatIsBroken() throws Throwable {
    run.given("raw/stations/zone/a.json", "{\"data\": {\"x\": [1]}}")
        .given("raw/stations/zone/b.json", "{\"data\": {\"x\":");

    assertThatThrownBy(() -> run.sql("SELECT COUNT(data) FROM stations_zone"))
        .isInstanceOf(JobFailure.class)
        .hasMessageStartingWith("step.sql, line 1: ");
  }

  @Test
  void shouldReadCsvOfAStepAsText() throws Throwable {
    run.given("curated/sales_marketing_csv/part-0.csv", "date,code\n2026-01-01,\"0\"\"7\n\"\n");

    run.sql(
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT * FROM curated_sales_marketing_csv");

    assertThat(run.parquet("curated/x").first()).hasToString("[2026-01-01,0\"7\n]");
    assertThat(run.parquet("curated/x").schema().apply("date").dataType())
        .isEqualTo(DataTypes.StringType);
  }

  @Test
  void shouldPassOverWhatAKilledJobLeftBehind() throws Throwable {
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));
    run.step("process_marketing");
    run.given("curated/marketing_by_day/_temporary/0/part-0.parquet", "half written");

    run.sql(
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/x' USING parquet SELECT date FROM curated_marketing_by_day");

    assertThat(run.parquet("curated/x").count()).isEqualTo(1);
  }

  @Test
  void shouldNameFileAndLineOfWrongSql() {
    assertThatThrownBy(() -> run.sql("-- head\nSELECT 1;\n\nSELEC 2"))
        .hasMessageStartingWith("step.sql, line 4: [PARSE_SYNTAX_ERROR]");
    assertThatThrownBy(() -> run.sql("-- a\nSELECT\n  nope FROM VALUES (1) AS t(a)"))
        .hasMessageStartingWith("step.sql, line 3: [UNRESOLVED_COLUMN");
    assertThatThrownBy(() -> run.sql("SELECT ${nope}"))
        .hasMessageContaining("${nope} has no value; there are [lake, run]");
    assertThatThrownBy(() -> run.sql("SELECT '${x}'", "--parameters", "{\"x\":\"a' OR '1\"}"))
        .hasMessageContaining("parameter x is 'a' OR '1', expected text without quotes");
    assertThatThrownBy(() -> run.sql("SELECT 1", "--parameters", "[1]"))
        .hasMessage("--parameters is '[1]', expected a JSON object");
  }

  @Test
  void shouldSayThatARedriveKeepsATableWhoseSourceHasAColumnAgain() throws Throwable {
    run.valid("marketing/a.csv", MARKETING + day("12/31/2025", ""));
    run.step("process_marketing");

    assertThatThrownBy(() -> run.sql("SELECT came_back FROM curated_marketing_by_day"))
        .hasMessageContaining("[UNRESOLVED_COLUMN")
        .hasMessageEndingWith(
            "; where the SQL is right and a source has its column again, start a run from what reads it, since a redrive keeps the tables of step process_marketing");
  }

  private static String lead(String date, String who, String name, int revenue) {
    return "%s,%s,%s,SMB,EMEA,%s,%d,Lead,1,FALSE,TRUE,TRUE\n"
        .formatted(date, who, name, date, revenue);
  }

  private static String sale(String date, String stage, int revenue) {
    return "%s,Bo,B,SMB,EMEA,%s,%d,%s,1,TRUE,FALSE,TRUE\n".formatted(date, date, revenue, stage);
  }

  private static String day(String date, String events) {
    return date + ",1,2,3,4,5,-6,7,8,9,10,11,12,13,14,15,16,17," + events + "\n";
  }
}
