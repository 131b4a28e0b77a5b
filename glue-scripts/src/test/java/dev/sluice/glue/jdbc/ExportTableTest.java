package dev.sluice.glue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.glue.GlueRun;
import dev.sluice.glue.failure.JobFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTableTest {
  private static final String SECRET = "{\"username\":\"postgres\",\"password\":\"postgres\"}";
  private static EmbeddedPostgres postgres;
  private static FakeSecrets secrets;

  @TempDir Path directory;
  private GlueRun run;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    secrets = new FakeSecrets(SECRET);
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    secrets.close();
    postgres.close();
  }

  @BeforeEach
  void freshLake() {
    run = new GlueRun(directory);
    secrets.set(SECRET);
  }

  @Test
  void shouldKeepTypesAndValues() throws Throwable {
    sql(
        "CREATE TYPE mood AS ENUM ('fine', 'so-so')",
        "CREATE DOMAIN money4 AS numeric(18,4)",
        """
        CREATE TABLE typed (id bigint, small smallint, amount numeric(18,4), price money4, at timestamptz,
          local timestamp, day date, doc jsonb, raw bytea, tags text[], grid integer[][], prices numeric(9,2)[],
          moments timestamptz[], mood mood, key uuid, code char(3), ok boolean, half real, whole double precision,
          "Odd ""Name`" text)
        """,
        """
        INSERT INTO typed VALUES (9223372036854775807, -32768, 12345678901234.5678, -0.0001, '2026-03-29 02:30:00.123456+02',
          '0001-01-01 00:00:00.000001', '0044-03-15 BC', '{"b": 1.10, "a": [null]}', '\\x00ff', '{a,NULL,"b \\"c\\",{}"}',
          '{{1,2},{3,4}}', '{1.50,NULL}', '{"2026-01-01 00:00:00+05:30"}', 'so-so', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
          'EUR', true, 'NaN', 1e-300, E'line\\n"quoted", ü')
        """,
        "INSERT INTO typed (id) VALUES (1)");

    export("typed", "", "1");

    Dataset<Row> rows = run.parquet("raw/shop/shop_typed");
    assertThat(types(rows))
        .containsExactly(
            "id bigint",
            "small smallint",
            "amount decimal(18,4)",
            "price decimal(18,4)",
            "at timestamp",
            "local timestamp_ntz",
            "day date",
            "doc string",
            "raw binary",
            "tags array<string>",
            "grid array<array<int>>",
            "prices array<decimal(9,2)>",
            "moments array<timestamp>",
            "mood string",
            "key string",
            "code string",
            "ok boolean",
            "half float",
            "whole double",
            "Odd \"Name` string");
    run.spark().conf().set("spark.sql.datetime.java8API.enabled", true);
    Row row = rows.orderBy(rows.col("id").desc()).first();
    assertThat(row.getLong(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(row.getShort(1)).isEqualTo(Short.MIN_VALUE);
    assertThat(row.getDecimal(2)).isEqualTo(new BigDecimal("12345678901234.5678"));
    assertThat(row.getDecimal(3)).isEqualTo(new BigDecimal("-0.0001"));
    assertThat(row.<Instant>getAs("at")).isEqualTo(Instant.parse("2026-03-29T00:30:00.123456Z"));
    assertThat(row.<LocalDateTime>getAs("local"))
        .isEqualTo(LocalDateTime.parse("0001-01-01T00:00:00.000001"));
    assertThat(row.<LocalDate>getAs("day")).isEqualTo(LocalDate.of(-43, 3, 15));
    assertThat(row.<String>getAs("doc")).isEqualTo("{\"a\": [null], \"b\": 1.10}");
    assertThat(row.<byte[]>getAs("raw")).containsExactly(0, -1);
    assertThat(row.<String>getList(9)).containsExactly("a", null, "b \"c\",{}");
    assertThat(row.get(10).toString()).contains("1, 2", "3, 4");
    assertThat(row.<BigDecimal>getList(11)).containsExactly(new BigDecimal("1.50"), null);
    assertThat(row.<Instant>getList(12)).containsExactly(Instant.parse("2025-12-31T18:30:00Z"));
    assertThat(row.getString(13)).isEqualTo("so-so");
    assertThat(row.getString(15)).isEqualTo("EUR");
    assertThat(row.getFloat(17)).isNaN();
    assertThat(row.getDouble(18)).isEqualTo(1e-300);
    assertThat(row.getString(19)).isEqualTo("line\n\"quoted\", ü");
    Row empty = rows.orderBy("id").first();
    for (int i = 1; i < empty.size(); i++) {
      assertThat(empty.isNullAt(i)).as(empty.schema().fieldNames()[i]).isTrue();
    }
    assertThat(report("typed"))
        .contains("\"rows\" : 2", "\"notes\" : [ ]", "\"view\" : \"public.typed\"");
  }

  @Test
  void shouldSayWhatParquetCannotHold() throws Throwable {
    sql(
        "CREATE TABLE noted (n numeric, wide numeric(50,10), span interval, clock time, place point, days int4range)",
        "INSERT INTO noted VALUES (1.000000000000000000000000000000000000000000001, 1e39, '1 day 2 hours', '23:59:59.5', '(1,2)', '[1,5)')");

    export("noted", "", "");

    assertThat(run.parquet("raw/shop/shop_noted").first())
        .hasToString(
            "[1.000000000000000000000000000000000000000000001,1000000000000000000000000000000000000000.0000000000,"
                + "1 day 02:00:00,23:59:59.5,(1,2),[1,5)]");
    assertThat(report("noted"))
        .contains(
            "n is numeric, which may have more digits than Parquet's 38: written as text, every digit kept")
        .contains(
            "span is interval, which Parquet lacks: written as text in PostgreSQL's notation");
  }

  @Test
  void shouldReadEveryRowOnceInPartitions() throws Throwable {
    sql(
        "CREATE TABLE parts (id integer, amount numeric(12,3), day date, at timestamptz, local timestamp)",
        "INSERT INTO parts SELECT i, i / 7.0, DATE '2020-01-01' + i, TIMESTAMPTZ '1969-01-01' + i * interval '1 hour', "
            + "TIMESTAMP '2020-01-01' + i * interval '1 minute' FROM generate_series(-500, 499) i",
        "INSERT INTO parts SELECT NULL FROM generate_series(1, 10)");

    for (String column : List.of("id", "amount", "day", "at", "local")) {
      export("parts", column, "4");

      Dataset<Row> rows = run.parquet("raw/shop/shop_parts");
      assertThat(rows.count()).as(column).isEqualTo(1010);
      assertThat(rows.selectExpr("count(DISTINCT id)").first().getLong(0))
          .as(column)
          .isEqualTo(1000);
      assertThat(run.files("raw/shop/shop_parts")).as(column).hasSize(4);
    }
  }

  @Test
  void shouldExportEmptyAndUniformTables() throws Throwable {
    sql(
        "CREATE TABLE nothing (id bigint, name text)",
        "CREATE TABLE same (id bigint)",
        "INSERT INTO same VALUES (7), (7), (NULL)");

    export("nothing", "id", "8");
    export("same", "id", "8");

    assertThat(types(run.parquet("raw/shop/shop_nothing")))
        .containsExactly("id bigint", "name string");
    assertThat(run.parquet("raw/shop/shop_nothing").count()).isZero();
    assertThat(run.parquet("raw/shop/shop_same").count()).isEqualTo(3);
  }

  @Test
  void shouldReplaceAnEarlierExport() throws Throwable {
    sql("CREATE TABLE again (id bigint)", "INSERT INTO again VALUES (1)");
    export("again", "", "1");
    sql("TRUNCATE again", "INSERT INTO again VALUES (2)");

    export("again", "", "1");

    assertThat(run.parquet("raw/shop/shop_again").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2]");
  }

  @Test
  void shouldKeepAnEarlierExportWhereTheNextFails() throws Throwable {
    sql("CREATE TABLE turned (id bigint, at timestamp)", "INSERT INTO turned VALUES (1, now())");
    export("turned", "", "1");
    List<String> files = run.files("raw/shop/shop_turned");
    sql("INSERT INTO turned VALUES (2, 'infinity')");

    assertThatThrownBy(() -> export("turned", "id", "2")).isInstanceOf(JobFailure.class);

    assertThat(run.files("raw/shop/shop_turned")).isEqualTo(files).isNotEmpty();
    assertThat(run.parquet("raw/shop/shop_turned").count()).isEqualTo(1);
    assertThat(directory.resolve("lake/raw/shop/shop_turned/_switch")).doesNotExist();

    sql("DELETE FROM turned WHERE id = 2", "INSERT INTO turned VALUES (3, now())");
    export("turned", "id", "2");

    assertThat(run.parquet("raw/shop/shop_turned").count()).isEqualTo(2);
    assertThat(report("turned")).contains("/raw/shop/shop_turned\"").doesNotContain("_switch");
  }

  @Test
  void shouldSeeOneStateOfTheDatabaseInAllPartitions() throws Throwable {
    sql("CREATE TABLE moving (id bigint)", "INSERT INTO moving SELECT generate_series(1, 100)");
    Database database = new Database(url(), new Secret("postgres", "postgres"));
    try (Snapshot snapshot = Snapshot.open(database)) {
      Table table = Table.read(snapshot, "moving");
      sql(
          "DELETE FROM moving WHERE id > 50",
          "INSERT INTO moving SELECT generate_series(1000, 1100)");

      List<String> conditions =
          Partitions.of(snapshot, table, "id", 3, TableRows.partitionAlias(table));
      var rows =
          new TableRows(run.spark(), database, snapshot, table)
              .read(java.util.Optional.of("id"), conditions);

      assertThat(rows.selectExpr("count(*)", "max(id)").first()).hasToString("[100,100]");
    }
  }

  @Test
  void shouldRefuseWhatNoTypeHolds() throws Throwable {
    sql(
        "CREATE TABLE endless (day date, at timestamptz)",
        "INSERT INTO endless VALUES (NULL, 'infinity')",
        "CREATE TABLE ragged (tags text[])",
        "INSERT INTO ragged VALUES ('{{a},{b}}')",
        "CREATE TABLE twice (id int, \"ID\" int)");

    assertThatThrownBy(() -> export("endless", "", "1"))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("table endless: ")
        .hasMessageContaining("column at holds infinity, which Parquet lacks");
    assertThatThrownBy(() -> export("ragged", "", "1"))
        .hasMessageContaining("column tags holds 2 dimensions, declared with 1");
    assertThatThrownBy(() -> export("twice", "", "1"))
        .hasMessageContaining("columns id and ID, which the lake cannot tell apart");
  }

  @Test
  void shouldSayWhatIsWrongWithTheRow() throws Throwable {
    sql("CREATE TABLE words (name text, id int)");

    assertThatThrownBy(() -> export("absent", "", "1"))
        .hasMessage(
            "the database has no table public.absent that this user may see; correct its row in tables.csv");
    assertThatThrownBy(() -> export("words", "nope", "2"))
        .hasMessageContaining("no column 'nope' to partition by, expected one of [name, id]");
    assertThatThrownBy(() -> export("words", "name", "2"))
        .hasMessageContaining(
            "column name of table words is text; expected a whole or decimal number");
    assertThatThrownBy(() -> export("words", "", "2"))
        .hasMessageContaining("has 2 partitions and no partition column");
    assertThatThrownBy(() -> export("words", "id", "many"))
        .hasMessage("--partitions is 'many', expected 1 to 1000");
  }

  @Test
  void shouldAskForASecretInTheRegionOfItsArn() {
    Secret.read("arn:aws:secretsmanager:eu-central-1:1:secret:shop-AbCdEf");

    assertThat(secrets.authorization()).contains("/eu-central-1/secretsmanager/aws4_request");
  }

  @Test
  void shouldSayWhatIsWrongWithSecretAndUrl() {
    secrets.set("{\"user\":\"hidden-value\"}");
    assertThatThrownBy(() -> export("x", "", "1"))
        .hasMessageEndingWith("lacks a field; expected {\"username\": …, \"password\": …}")
        .message()
        .doesNotContain("hidden-value");
    secrets.set("hidden-value");
    assertThatThrownBy(() -> export("x", "", "1")).hasMessageContaining("is not JSON").hasNoCause();
    secrets.set(null);
    assertThatThrownBy(() -> export("x", "", "1"))
        .hasMessageStartingWith("cannot read the secret arn:x: no such secret");
    assertThatThrownBy(() -> new Database("jdbc:mysql://h/d", new Secret("a", "b")))
        .hasMessageContaining("expected jdbc:postgresql:");
    assertThat(new Secret("a", "hidden-value")).hasToString("Secret[username=a]");
  }

  private void export(String table, String column, String partitions) throws Throwable {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("--job", "dev.sluice.glue.ExportTable");
    arguments.put("--jdbc-url", url());
    arguments.put("--secret-arn", "arn:x");
    arguments.put("--lake", run.lake());
    arguments.put("--work", "file:" + directory.resolve("work"));
    arguments.put("--step", "export_tables");
    arguments.put("--run", "run-1");
    arguments.put("--target", "raw/shop/shop_*/");
    arguments.put("--table", table);
    arguments.put("--partition-column", column);
    arguments.put("--partitions", partitions);
    run.start(arguments);
  }

  private String report(String table) throws IOException {
    return run.text("work/runs/run-1/export_tables/" + table + "/report.json");
  }

  private static String url() {
    return postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
  }

  private static List<String> types(Dataset<Row> rows) {
    return java.util.Arrays.stream(rows.schema().fields())
        .map((StructField f) -> f.name() + " " + f.dataType().catalogString())
        .toList();
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
