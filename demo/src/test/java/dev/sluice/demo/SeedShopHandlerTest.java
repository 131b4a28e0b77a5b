package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.demo.cloudformation.CustomResourceAnswer;
import dev.sluice.demo.fixture.FakeSecrets;
import dev.sluice.demo.shop.FakeCatalogTable;
import dev.sluice.demo.shop.ShopConnection;
import dev.sluice.demo.shop.ShopSeeder;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens, CloudFormation hears of it. Seeding itself is tested with the seeder. */
class SeedShopHandlerTest {
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final List<String> contentTypes = new CopyOnWriteArrayList<>();
  private int refusals;
  private String secret = "{\"username\":\"shop\",\"password\":\"hidden\"}";
  private HttpServer cloudFormation;

  @BeforeEach
  void listen() throws Exception {
    cloudFormation =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloudFormation.createContext(
        "/answer",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean refused = refusals-- > 0;
          if (!refused) {
            answers.add(exchange.getRequestMethod() + " " + body);
            contentTypes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
          }
          exchange.sendResponseHeaders(refused ? 503 : 200, -1);
          exchange.close();
        });
    cloudFormation.start();
  }

  @AfterEach
  void close() {
    cloudFormation.stop(0);
  }

  @Test
  void shouldKeepTheDataAtDelete() {
    invoke("Delete", properties -> {});

    assertThat(answers).hasSize(1);
    assertThat(answers.get(0)).startsWith("PUT ");
    Fields answer = answer();
    assertThat(answer.string("Status")).isEqualTo("SUCCESS");
    assertThat(answer.string("PhysicalResourceId")).isEqualTo("SluiceShop-Seed");
    assertThat(answer.string("RequestId")).isEqualTo("request-1");
    assertThat(answer.string("LogicalResourceId")).isEqualTo("Seed");
    assertThat(answer.string("StackId")).isEqualTo("arn:aws:cloudformation:r:1:stack/SluiceShop/u");
  }

  @Test
  void shouldSendTheContentTypeForWhichTheUrlIsSigned() {
    invoke("Delete", properties -> {});

    assertThat(contentTypes.get(0)).isIn("", "null");
  }

  @Test
  void shouldSayThatTheDatabaseCannotBeReached() {
    invoke("Create", properties -> properties.put("JdbcUrl", "jdbc:nonsense:x"));

    assertThat(answer().string("Status")).isEqualTo("FAILED");
    assertThat(answer().string("Reason"))
        .startsWith("The demo shop could not be seeded: No suitable driver")
        .doesNotContain("hidden");
  }

  @Test
  void shouldSayWhichPropertyIsWrong() {
    invoke("Update", properties -> properties.put("Scale", "much"));
    assertThat(answer().string("Reason")).contains("property Scale is 'much', expected a number");

    answers.clear();
    invoke("Update", properties -> properties.put("Scale", "-1"));
    assertThat(answer().string("Reason")).contains("Scale is -1, expected a number above 0");

    answers.clear();
    invoke("Update", properties -> properties.remove("SecretArn"));
    assertThat(answer().string("Reason")).contains("SecretArn");
  }

  @Test
  void shouldSayThatTheSecretIsNoneOfRds() {
    secret = "{\"user\":\"shop\"}";

    invoke("Create", properties -> {});

    assertThat(answer().string("Reason")).contains("username").doesNotContain("\"shop\"");
  }

  @Test
  void shouldAnswerAgainWhereTheFirstAnswerIsRefused() {
    refusals = 2;

    invoke("Delete", properties -> {});

    assertThat(answer().string("Status")).isEqualTo("SUCCESS");
  }

  private Fields answer() {
    assertThat(answers).hasSize(1);
    return Fields.of("answer", Json.parse(answers.get(0).substring("PUT ".length())));
  }

  private void invoke(String type, Consumer<Map<String, Object>> change) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("ServiceToken", "arn:aws:lambda:r:1:function:sluice-orders-seed-shop");
    properties.put("SecretArn", "arn:aws:secretsmanager:r:1:secret:shop");
    properties.put("JdbcUrl", "jdbc:none://localhost/shop");
    properties.put("ProductsTable", "sluice-products");
    properties.put("Scale", "0.01");
    properties.put("Seed", "1");
    change.accept(properties);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("RequestType", type);
    event.put(
        "ResponseURL",
        "http://127.0.0.1:" + cloudFormation.getAddress().getPort() + "/answer?signed=1");
    event.put("StackId", "arn:aws:cloudformation:r:1:stack/SluiceShop/u");
    event.put("RequestId", "request-1");
    event.put("LogicalResourceId", "Seed");
    event.put("ResourceProperties", properties);
    SeedShopHandler handler =
        new SeedShopHandler(
            new ShopConnection(new FakeSecrets(secret), 1),
            new ShopSeeder(new FakeCatalogTable()),
            new CustomResourceAnswer(1));
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.bytes(event)), new ByteArrayOutputStream(), remaining(60));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A context that knows only how much time is left. */
  private static Context remaining(int seconds) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? seconds * 1_000 : null);
  }
}
