package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.endpoint.Endpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokeRouteTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private LambdaFixture fixture;
  private Endpoint endpoint;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    fixture = new LambdaFixture(state);
    fixture.deploy(function("echo", TestHandlers.Echo.class));
    fixture.deploy(function("throwing", TestHandlers.Throwing.class));
    fixture.deploy(function("none", TestHandlers.Echo.class.getName(), Map.of(), 128, 3, 0));
    endpoint = new Endpoint(0);
    endpoint.serve(fixture.gate, List.of(), List.of(), fixture.lambda.routes());
  }

  @AfterAll
  void stop() {
    endpoint.close();
    fixture.close();
  }

  @Test
  void shouldAnswerWithThePayloadByNameAndByQualifiedArn() throws Exception {
    HttpResponse<String> byName = post("echo", "{\"a\":1}", "RequestResponse");
    assertThat(byName.statusCode()).isEqualTo(200);
    assertThat(byName.body()).isEqualTo("{\"a\":1}");
    assertThat(byName.headers().firstValue("X-Amz-Executed-Version")).contains("$LATEST");
    assertThat(byName.headers().firstValue("X-Amz-Function-Error")).isEmpty();

    String arn = "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Aecho%3Alive";
    assertThat(post(arn, "", "RequestResponse").body()).isEqualTo("{}");
  }

  @Test
  void shouldTellAFunctionsErrorByItsHeader() throws Exception {
    HttpResponse<String> response = post("throwing", "{}", "RequestResponse");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(response.body()).contains("java.lang.IllegalStateException");
  }

  @Test
  void shouldAcceptEventsAndDryRuns() throws Exception {
    assertThat(post("echo", "{}", "Event").statusCode()).isEqualTo(202);
    assertThat(post("echo", "{}", "DryRun").statusCode()).isEqualTo(204);
  }

  @Test
  void shouldRefuseWhatLambdaRefuses() throws Exception {
    HttpResponse<String> unknown = post("nobody", "{}", "RequestResponse");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("x-amzn-ErrorType").orElse(""))
        .startsWith("ResourceNotFoundException");
    assertThat(post("none", "{}", "RequestResponse").statusCode()).isEqualTo(429);
    assertThat(post("echo", "{no json", "RequestResponse").statusCode()).isEqualTo(400);
    assertThat(post("echo", "{}", "Whatever").statusCode()).isEqualTo(400);
  }

  // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html: 6 MB for synchronous
  // invocations, 1 MB for asynchronous ones.
  @ParameterizedTest
  @CsvSource({"RequestResponse, 6291456, 200", "Event, 1048576, 202"})
  void shouldTakeAnEventUpToItsLimitAndNoByteMore(String type, int limit, int status)
      throws Exception {
    assertThat(post("echo", json(limit), type).statusCode()).isEqualTo(status);

    HttpResponse<String> refused = post("echo", json(limit + 1), type);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.headers().firstValue("x-amzn-ErrorType").orElse(""))
        .startsWith("RequestEntityTooLargeException");
    assertThat(refused.body())
        .contains(
            "%d byte payload is too large for the %s invocation type (limit %d bytes)"
                .formatted(limit + 1, type, limit));
  }

  private static String json(int bytes) {
    return '"' + "x".repeat(bytes - 2) + '"';
  }

  private HttpResponse<String> post(String function, String body, String type) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create(endpoint.url() + "/2015-03-31/functions/" + function + "/invocations"))
            .header("X-Amz-Invocation-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
