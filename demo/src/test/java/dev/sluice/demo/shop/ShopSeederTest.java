package dev.sluice.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopSeederTest {
  private static final ShopPlan SMALL = new ShopPlan(7, new BigDecimal("0.01"));

  private static EmbeddedPostgres postgres;

  private final FakeCatalogTable catalog = new FakeCatalogTable();
  private final ShopSeeder seeder = new ShopSeeder(catalog);
  private Connection connection;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void connect() throws Exception {
    if (connection != null) {
      connection.close();
    }
    connection = postgres.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS sluice CASCADE; DROP SCHEMA public CASCADE;");
      statement.execute("CREATE SCHEMA public");
    }
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @Test
  void shouldFillTwelveTablesAndTheCatalog() throws Exception {
    ShopSeeder.Seeded seeded = seeder.seed(connection, "products", SMALL);

    assertThat(count("SELECT count(*) FROM information_schema.tables WHERE table_schema='public'"))
        .isEqualTo(12);
    assertThat(seeded.rows()).isBetween(2_000L, 3_500L);
    assertThat(catalog.items).hasSize(SMALL.products()).hasSize(seeded.products());
  }

  @Test
  void shouldMakeAboutAQuarterMillionRowsAtScaleOne() throws Exception {
    ShopSeeder.Seeded seeded = seeder.seed(connection, "products", new ShopPlan(1, BigDecimal.ONE));

    assertThat(seeded.rows()).isBetween(240_000L, 260_000L);
    assertThat(seeded.products()).isEqualTo(5_000);
  }

  @Test
  void shouldMakeTheSameDataFromTheSameSeed() throws Exception {
    seeder.seed(connection, "products", SMALL);
    String first = digest();
    var firstCatalog = java.util.Map.copyOf(catalog.items);
    connect();
    seeder.seed(connection, "products", SMALL);

    assertThat(digest()).isEqualTo(first);
    assertThat(catalog.items).isEqualTo(firstCatalog);

    connect();
    seeder.seed(connection, "products", new ShopPlan(8, SMALL.scale()));
    assertThat(digest()).isNotEqualTo(first);
  }

  @Test
  void shouldDoNothingWhereTheSameWasSeeded() throws Exception {
    seeder.seed(connection, "products", SMALL);
    catalog.items.clear();

    ShopSeeder.Seeded again = seeder.seed(connection, "products", SMALL);

    assertThat(again.rows()).isZero();
    assertThat(catalog.items).isEmpty();
  }

  @Test
  void shouldReplaceEverythingWhereTheScaleChanged() throws Exception {
    seeder.seed(connection, "products", new ShopPlan(7, new BigDecimal("0.02")));

    seeder.seed(connection, "products", SMALL);

    assertThat(count("SELECT count(*) FROM products")).isEqualTo(SMALL.products());
    assertThat(catalog.items).hasSize(SMALL.products());
  }

  @Test
  void shouldLeaveNothingHalfWhereTheCatalogCannotBeWritten() throws Exception {
    catalog.broken = true;

    assertThatThrownBy(() -> seeder.seed(connection, "products", SMALL))
        .hasMessageContaining("table is gone");
    connection.rollback();

    assertThat(count("SELECT count(*) FROM information_schema.tables WHERE table_schema='public'"))
        .isZero();
  }

  @Test
  void shouldRefuseADatabaseWithTablesOfSomeoneElse() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (mine int)");
    }

    assertThatThrownBy(() -> seeder.seed(connection, "products", SMALL))
        .hasMessageContaining("public.orders")
        .hasMessageContaining("a database of its own");
  }

  @Test
  void shouldTryAgainWhatDynamoDbThrottles() throws Exception {
    catalog.cancelled = 3;

    seeder.seed(connection, "products", SMALL);

    assertThat(catalog.items).hasSize(SMALL.products());
  }

  @Test
  void shouldNotTryAgainWhatDynamoDbWillNeverTake() {
    catalog.cancelled = 1;
    catalog.reason = "ValidationError";

    assertThatThrownBy(() -> seeder.seed(connection, "products", SMALL))
        .hasMessageContaining("ValidationError");
  }

  @Test
  void shouldAgreeBetweenOrdersLinesAndProducts() throws Exception {
    seeder.seed(connection, "products", SMALL);

    assertThat(
            count(
                "SELECT count(*) FROM orders o WHERE total <> shipping_cost +"
                    + " (SELECT sum(amount) FROM order_items i WHERE i.order_id = o.order_id)"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM order_items i JOIN products p USING (product_id)"
                    + " WHERE i.unit_price <> p.price OR i.amount <>"
                    + " round(i.quantity * i.unit_price * (1 - i.discount), 4)"))
        .isZero();
  }

  @Test
  void shouldAgreeBetweenTheDatabaseAndTheCatalog() throws Exception {
    seeder.seed(connection, "products", SMALL);

    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT product_id, sku, price, path[1] FROM products JOIN categories USING"
                    + " (category_id)")) {
      while (row.next()) {
        var item = catalog.items.get(row.getLong(1));
        assertThat(item.get("sku").s()).isEqualTo(row.getString(2));
        assertThat(new BigDecimal(item.get("price").n())).isEqualTo(row.getBigDecimal(3));
        assertThat(item.get("category").s()).isEqualTo(row.getString(4));
      }
    }
  }

  @Test
  void shouldHoldTheValuesThatHurt() throws Exception {
    seeder.seed(connection, "products", SMALL);

    assertThat(count("SELECT count(*) FROM suppliers WHERE credit_limit = 99999999999999.9999"))
        .isEqualTo(1);
    assertThat(count("SELECT count(*) FROM reviews WHERE body LIKE E'%\\n%'")).isPositive();
    assertThat(count("SELECT count(*) FROM customers WHERE notes = '\\N is not a null'"))
        .isPositive();
    assertThat(count("SELECT count(*) FROM products WHERE 'quote\"inside' = ANY(tags)"))
        .isPositive();
  }

  private long count(String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private String digest() throws Exception {
    StringBuilder digest = new StringBuilder();
    for (String table : TableRows.all().keySet()) {
      try (Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(
                  "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table + " t")) {
        result.next();
        digest.append(table).append('=').append(result.getString(1)).append('\n');
      }
    }
    return digest.toString();
  }
}
