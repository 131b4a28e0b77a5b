package dev.sluice.demo;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.demo.cloudformation.CustomResourceAnswer;
import dev.sluice.demo.cloudformation.CustomResourceRequest;
import dev.sluice.demo.shop.ShopConnection;
import dev.sluice.demo.shop.ShopPlan;
import dev.sluice.demo.shop.ShopSeeder;
import dev.sluice.error.BadInput;
import dev.sluice.lambda.ClientSettings;
import dev.sluice.lambda.JsonHandler;
import dev.sluice.lambda.LogLine;
import dev.sluice.lambda.json.Fields;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The custom resource that fills the demo shop, with properties {@code SecretArn}, {@code JdbcUrl},
 * {@code ProductsTable}, {@code Scale} (1) and {@code Seed} (1). A Delete leaves the data to those
 * who own the database. CloudFormation is answered in every case, shortly before the function's
 * timeout at the latest.
 */
public final class SeedShopHandler extends JsonHandler {
  private static final long MARGIN_MILLIS = 10_000;

  private final ShopConnection connections;
  private final ShopSeeder seeder;
  private final CustomResourceAnswer answer;

  /** For Lambda. */
  public SeedShopHandler() {
    this(
        new ShopConnection(ClientSettings.build(SecretsManagerClient.builder()), 2_000),
        new ShopSeeder(ClientSettings.build(DynamoDbClient.builder())),
        new CustomResourceAnswer(500));
  }

  SeedShopHandler(ShopConnection connections, ShopSeeder seeder, CustomResourceAnswer answer) {
    this.connections = connections;
    this.seeder = seeder;
    this.answer = answer;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    CustomResourceRequest request = CustomResourceRequest.of(input);
    log.put("type", request.type());
    Map<String, Object> data;
    try {
      data = request.isDelete() ? Map.of() : seedInTime(request, context);
    } catch (Exception e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      log.put("failed", reason);
      answer.failure(request, "The demo shop could not be seeded: " + reason);
      return Map.of("status", "FAILED", "reason", reason);
    }
    answer.success(request, data);
    data.forEach(log::put);
    return Map.of("status", "SUCCESS");
  }

  private Map<String, Object> seedInTime(CustomResourceRequest request, Context context)
      throws Exception {
    FutureTask<Map<String, Object>> work = new FutureTask<>(() -> seed(request.properties()));
    Thread thread = new Thread(work, "seed-shop");
    thread.setDaemon(true);
    thread.start();
    long millis = Math.max(1, context.getRemainingTimeInMillis() - MARGIN_MILLIS);
    try {
      return work.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      throw new IllegalStateException(
          "not done after "
              + millis / 1_000
              + " s; give the function more time or memory, or lower Scale",
          e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Map<String, Object> seed(Fields properties) throws Exception {
    ShopPlan plan =
        new ShopPlan(decimal(properties, "Seed").longValueExact(), decimal(properties, "Scale"));
    try (Connection connection =
        connections.open(properties.string("JdbcUrl"), properties.string("SecretArn"))) {
      ShopSeeder.Seeded seeded = seeder.seed(connection, properties.string("ProductsTable"), plan);
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("Rows", seeded.rows());
      data.put("Products", seeded.products());
      return data;
    }
  }

  private static BigDecimal decimal(Fields properties, String name) {
    String value = properties.optionalString(name).orElse("1");
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new BadInput("property " + name + " is '" + value + "', expected a number");
    }
  }
}
