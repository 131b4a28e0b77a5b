package dev.sluice.demo.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Fills the demo shop's database and its product catalog, which agree with each other.
 *
 * <p>Idempotent: a marker, committed with the tables and only after the catalog was written, tells
 * a later seeding with the same plan that nothing is left to do.
 */
public final class ShopSeeder {
  private final DynamoDbClient dynamo;

  /**
   * Seeds with this client.
   *
   * @param dynamo for the catalog table
   */
  public ShopSeeder(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * What was done.
   *
   * @param rows in the database; 0 where everything had been seeded before
   * @param products in the catalog
   */
  public record Seeded(long rows, int products) {}

  /**
   * Seeds, unless the same was seeded before.
   *
   * @param connection to the shop's database; left open, with auto-commit off
   * @throws IllegalStateException where the database holds tables of someone else
   */
  public Seeded seed(Connection connection, String catalogTable, ShopPlan plan)
      throws SQLException, IOException {
    ShopDatabase database = new ShopDatabase(connection);
    String wanted = marker(plan, catalogTable);
    String before = database.seeded();
    if (wanted.equals(before)) {
      connection.rollback();
      return new Seeded(0, plan.products());
    }
    if (before == null) {
      database.checkEmpty();
    } else {
      database.clear();
    }
    CompletableFuture<Integer> catalog =
        CompletableFuture.supplyAsync(
            () ->
                new CatalogWriter(dynamo, catalogTable, ShopSeeder::sleep)
                    .write(plan, productsOf(before, catalogTable)));
    long rows = database.fill(plan).values().stream().mapToLong(Long::longValue).sum();
    int products = joined(catalog);
    database.mark(wanted);
    connection.commit();
    return new Seeded(rows, products);
  }

  private static int joined(CompletableFuture<Integer> catalog) {
    try {
      return catalog.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static String marker(ShopPlan plan, String catalogTable) {
    return "seed=%d scale=%s catalog=%s products=%d"
        .formatted(plan.seed(), plan.scale().toPlainString(), catalogTable, plan.products());
  }

  private static int productsOf(String marker, String catalogTable) {
    if (marker == null || !marker.contains(" catalog=" + catalogTable + " ")) {
      return 0;
    }
    return Integer.parseInt(marker.substring(marker.indexOf("products=") + "products=".length()));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Seeding was interrupted", e);
    }
  }
}
