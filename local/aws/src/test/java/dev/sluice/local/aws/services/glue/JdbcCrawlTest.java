package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcCrawlTest {
  private EmbeddedPostgres postgres;

  @BeforeAll
  void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TYPE mood AS ENUM ('sad', 'ok')");
      sql.execute(
          "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(18,4), placed timestamptz,"
              + " day date, note text, extra jsonb, raw bytea, tags text[], amounts int[],"
              + " mood mood, paid boolean, small smallint, n int, f real, d double precision,"
              + " anything numeric, code char(2))");
      sql.execute("CREATE TABLE order_items (id int)");
      sql.execute("CREATE TABLE orderXitems (other int)");
      sql.execute("CREATE VIEW totals AS SELECT total FROM orders");
    }
  }

  @AfterAll
  void stop() throws Exception {
    postgres.close();
  }

  @Test
  void shouldDescribeEachTableWithGluesNamesAndTypes() throws Exception {
    List<CrawlTarget.Found> found = target("postgres/public/%", "secret").crawl(() -> false);

    Map<String, JsonNode> tables = new TreeMap<>();
    found.forEach(f -> tables.put(f.definition().path("Name").asText(), f.definition()));
    assertThat(tables.keySet())
        .containsExactly(
            "postgres_public_order_items", "postgres_public_orders", "postgres_public_orderxitems");
    JsonNode orders = tables.get("postgres_public_orders");
    Map<String, String> types = new TreeMap<>();
    orders
        .at("/StorageDescriptor/Columns")
        .forEach(c -> types.put(c.path("Name").asText(), c.path("Type").asText()));
    assertThat(types)
        .containsEntry("id", "bigint")
        .containsEntry("total", "decimal(18,4)")
        .containsEntry("anything", "decimal(38,18)")
        .containsEntry("placed", "timestamp")
        .containsEntry("day", "date")
        .containsEntry("note", "string")
        .containsEntry("extra", "string")
        .containsEntry("raw", "binary")
        .containsEntry("tags", "array<string>")
        .containsEntry("amounts", "array<int>")
        .containsEntry("mood", "string")
        .containsEntry("paid", "boolean")
        .containsEntry("small", "smallint")
        .containsEntry("n", "int")
        .containsEntry("f", "float")
        .containsEntry("d", "double")
        .containsEntry("code", "string");
    assertThat(orders.at("/StorageDescriptor/Location").asText())
        .isEqualTo("postgres.public.orders");
    assertThat(orders.at("/Parameters/classification").asText()).isEqualTo("postgresql");
    assertThat(orders.at("/Parameters/connectionName").asText()).isEqualTo("shop");
    // An underscore of a name is no wildcard.
    assertThat(tables.get("postgres_public_order_items").at("/StorageDescriptor/Columns"))
        .hasSize(1);
  }

  @Test
  void shouldFindOnlyTheTablesThatThePathNames() throws Exception {
    assertThat(target("postgres/public/orders", "secret").crawl(() -> false)).hasSize(1);
    assertThat(target("postgres/nowhere/%", "secret").crawl(() -> false)).isEmpty();
  }

  @Test
  void shouldSayWhyItCannotRead() {
    assertThatThrownBy(() -> target("shop/public/%", "secret").crawl(() -> false))
        .hasMessageContaining("names the database 'shop'")
        .hasMessageContaining("is to 'postgres'");
    JsonNode nobody =
        json(
            "{\"Name\":\"shop\",\"ConnectionProperties\":{\"JDBC_CONNECTION_URL\":\"jdbc:postgresql://127.0.0.1:1/shop\",\"USERNAME\":\"u\",\"PASSWORD\":\"p\"}}");
    assertThatThrownBy(() -> new JdbcTarget(nobody, "shop/public/%", null).crawl(() -> false))
        .hasMessageContaining("Could not connect to jdbc:postgresql://127.0.0.1:1/shop")
        .hasMessageContaining("refused");
    JsonNode empty = json("{\"Name\":\"shop\",\"ConnectionProperties\":{}}");
    assertThatThrownBy(() -> new JdbcTarget(empty, "shop/public/%", null).crawl(() -> false))
        .hasMessageContaining("has no JDBC_CONNECTION_URL");
  }

  private JdbcTarget target(String path, String secret) {
    JsonNode connection =
        json(
            "{\"Name\":\"shop\",\"ConnectionProperties\":{\"JDBC_CONNECTION_URL\":\"jdbc:postgresql://127.0.0.1:"
                + postgres.getPort()
                + "/postgres\",\"SECRET_ID\":\""
                + secret
                + "\"}}");
    return new JdbcTarget(
        connection, path, id -> "{\"username\":\"postgres\",\"password\":\"postgres\"}");
  }

  private static JsonNode json(String text) {
    try {
      return GlueFixture.json(text);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
