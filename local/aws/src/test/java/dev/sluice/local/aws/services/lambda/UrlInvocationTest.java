package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.base.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Function URLs with functions in their own JVMs behind them. */
class UrlInvocationTest {
  @TempDir Path state;

  private static HttpResponse<String> get(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String url(LambdaFixture fixture, String function) throws Exception {
    Deployed deployed =
        Resources.deploy(
            fixture.lambda,
            "AWS::Lambda::Url",
            "{'TargetFunctionArn': '" + function + "', 'AuthType': 'NONE'}");
    return deployed.attributes().get("FunctionUrl").asText();
  }

  @Test
  void shouldRunTheFunctionBehindTheUrl() throws Exception {
    try (LambdaFixture fixture = new LambdaFixture(state)) {
      fixture.deploy(LambdaFixture.function("echo", TestHandlers.Echo.class));

      HttpResponse<String> response = get(url(fixture, "echo") + "stations?page=2");

      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode event = Json.parse(response.body());
      assertThat(event.path("rawPath").asText()).isEqualTo("/stations");
      assertThat(event.path("queryStringParameters").path("page").asText()).isEqualTo("2");
    }
  }

  @Test
  void shouldAnswer502WhereItThrows() throws Exception {
    try (LambdaFixture fixture = new LambdaFixture(state)) {
      fixture.deploy(LambdaFixture.function("throwing", TestHandlers.Throwing.class));

      assertThat(get(url(fixture, "throwing")).statusCode()).isEqualTo(502);
    }
  }
}
