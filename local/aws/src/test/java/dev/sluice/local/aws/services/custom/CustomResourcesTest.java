package dev.sluice.local.aws.services.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.SecretReader;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {
  private UnaryOperator<JsonNode> function = event -> event;
  private String answer = "{'Status': 'SUCCESS', 'PhysicalResourceId': 'id', 'Data': {'Rows': 5}}";
  private JsonNode seen;
  private final CustomResources resources = new CustomResources(new Context(), "http://here");

  private Deployed deploy(boolean changed, Deployed previous) throws Exception {
    ObjectNode properties =
        (ObjectNode)
            Json.parse(
                "{'ServiceToken': 'arn:aws:lambda:us-east-1:000000000000:function:seed',"
                        .replace('\'', '"')
                    + "\"Scale\": 1, \"Deep\": [true]}");
    return resources.deploy(
        new Resource(
            "S", "Seed", "Custom::Seed", properties, Map.of(), changed, previous, (b, k) -> null));
  }

  /** Answers as a function does: by PUT to the ResponseURL, before it returns. */
  private FunctionInvoker.Answer invoke(JsonNode event) throws Exception {
    seen = event;
    if (answer != null) {
      String path = event.path("ResponseURL").asText().replace("http://here", "");
      Route.Request put =
          new Route.Request(
              "PUT",
              path,
              Map.of(),
              Map.of("content-type", List.of("")),
              answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
      assertThat(resources.route().matches("PUT", path)).isTrue();
      resources.route().answer(put);
      assertThatThrownBy(() -> resources.route().answer(put)).hasMessageContaining("already");
    }
    JsonNode failed = function.apply(event);
    return failed == event
        ? new FunctionInvoker.Answer(null, event)
        : new FunctionInvoker.Answer("Unhandled", failed);
  }

  @Test
  void shouldCreateThenUpdateAndLeaveAloneWhatDidNotChange() throws Exception {
    Deployed created = deploy(true, null);

    assertThat(created.ref()).isEqualTo("id");
    assertThat(created.attributes().get("Rows").asInt()).isEqualTo(5);
    assertThat(seen.path("RequestType").asText()).isEqualTo("Create");
    assertThat(seen.path("ResourceProperties").path("Scale").isTextual()).isTrue();
    assertThat(seen.path("ResourceProperties").path("Deep").path(0).asText()).isEqualTo("true");

    deploy(true, created);
    assertThat(seen.path("RequestType").asText()).isEqualTo("Update");
    assertThat(seen.path("PhysicalResourceId").asText()).isEqualTo("id");

    seen = null;
    assertThat(deploy(false, created)).isEqualTo(created);
    assertThat(seen).isNull();
  }

  @Test
  void shouldFailWithTheReasonThatTheFunctionGives() {
    answer = "{'Status': 'FAILED', 'Reason': 'no such table'}";

    assertThatThrownBy(() -> deploy(true, null)).hasMessage("seed answered FAILED: no such table");
  }

  @Test
  void shouldFailAtOnceWhereTheFunctionItselfFailed() {
    answer = null;
    function = event -> Json.object().put("errorMessage", "out of memory");

    assertThatThrownBy(() -> deploy(true, null)).hasMessage("seed failed: out of memory");
  }

  private final class Context implements LocalContext {
    @Override
    public Path directory(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public ObjectStore objects() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FunctionInvoker functions() {
      return (name, event) -> {
        try {
          return CompletableFuture.completedFuture(invoke(event));
        } catch (Exception e) {
          return CompletableFuture.failedFuture(e);
        }
      };
    }

    @Override
    public SecretReader secrets() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Gatekeeper gate() {
      throw new UnsupportedOperationException("no gate here");
    }

    @Override
    public Map<String, String> childEnvironment(Credentials credentials) {
      return Map.of();
    }

    @Override
    public Map<String, String> childEnvironment() {
      return Map.of();
    }

    @Override
    public String endpoint(String service) {
      return "http://here";
    }

    @Override
    public void progress(String line) {
      assertThat(line).isEqualTo("Seed: running seed");
    }
  }
}
