package dev.sluice.local.aws.services.lambda.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.Pages;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionUrlsTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2030-03-12T19:03:58Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private JsonNode event;
  private CompletionStage<UrlFunctions.Result> answer;
  private FunctionUrls urls;
  private String url;

  private final UrlFunctions functions =
      new UrlFunctions() {
        @Override
        public String arn(String function) {
          return ARN;
        }

        @Override
        public CompletionStage<Result> invoke(String function, byte[] bytes) {
          assertThat(function).isEqualTo(ARN);
          event = Json.parse(new String(bytes, StandardCharsets.UTF_8));
          return answer;
        }
      };

  @BeforeEach
  void deploy() throws IOException {
    urls = new FunctionUrls(functions, directory, CLOCK);
    url = deployed("{'TargetFunctionArn': 'f', 'AuthType': 'NONE'}");
    answers("null");
  }

  @AfterEach
  void close() {
    urls.close();
  }

  private String deployed(String properties) throws IOException {
    Deployed deployed = urls.deploy(resource(properties));
    assertThat(deployed.attributes().get("FunctionArn").asText()).isEqualTo(ARN);
    return deployed.attributes().get("FunctionUrl").asText();
  }

  private static Resource resource(String properties) {
    ObjectNode json = (ObjectNode) Json.parse(properties.replace('\'', '"'));
    return new Resource("stack", "Url", "AWS::Lambda::Url", json, Map.of(), true, null, null);
  }

  private void answers(String payload) {
    byte[] bytes = payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    answer = CompletableFuture.completedFuture(new UrlFunctions.Result(false, bytes));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  private HttpResponse<String> post(String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    return send(request.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void shouldShutOutWebPagesAndLetProgramsPass() throws Exception {
    Pages.assertShutOut(url);
    Pages.assertProgramsPass(url);
  }

  @Test
  void shouldTellTheFunctionOfTheRequest() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "gbfs/a%20b.json?page=1&page=2&q=x%26y"))
            .header("If-None-Match", "\"e\"")
            .header("X-Many", "a")
            .header("X-Many", "b")
            .header("Cookie", "one=1; two=2");
    send(request.GET());

    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("rawPath").asText()).isEqualTo("/gbfs/a%20b.json");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("page=1&page=2&q=x%26y");
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(Json.object().put("page", "1,2").put("q", "x&y"));
    assertThat(event.path("headers").path("if-none-match").asText()).isEqualTo("\"e\"");
    assertThat(event.path("headers").path("x-many").asText()).isEqualTo("a,b");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"one=1\",\"two=2\"]");
    assertThat(event.has("body")).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("time").asText()).isEqualTo("12/Mar/2030:19:03:58 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(CLOCK.millis());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,false",
    "text/csv; charset=utf-8,false",
    "application/octet-stream,true",
    "application/x-www-form-urlencoded,true"
  })
  void shouldGiveBinaryBodiesInBase64(String type, boolean base64) throws Exception {
    post(type, "{\"ü\": 1}");

    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    String body = event.path("body").asText();
    assertThat(base64 ? new String(Base64.getDecoder().decode(body), "UTF-8") : body)
        .isEqualTo("{\"ü\": 1}");
  }

  @Test
  void shouldAnswerAsTheFunctionSays() throws Exception {
    answers(
        """
        {'statusCode': 503, 'headers': {'Retry-After': 2, 'content-type': 'text/plain'},
         'cookies': ['a=1', 'b=2'], 'body': 'later'}""");

    HttpResponse<String> response = get("");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("later");
    assertThat(response.headers().firstValue("retry-after")).hasValue("2");
    assertThat(response.headers().allValues("content-type")).containsExactly("text/plain");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
  }

  @Test
  void shouldDecodeABase64Body() throws Exception {
    answers("{'statusCode': 200, 'body': 'w7w=', 'isBase64Encoded': true}");

    assertThat(get("").body()).isEqualTo("ü");
  }

  @Test
  void shouldAnswerOtherJsonAsItIs() throws Exception {
    answers("{'last_updated': 1, 'data': {}}");

    HttpResponse<String> response = get("");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo("{\"last_updated\": 1, \"data\": {}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{'statusCode': '200'}",
        "{'statusCode': 99}",
        "{'statusCode': 200, 'body': '*', 'isBase64Encoded': true}"
      })
  void shouldAnswer502WhereTheFunctionsAnswerIsNoResponse(String payload) throws Exception {
    answers(payload);

    assertThat(get("").statusCode()).isEqualTo(502);
  }

  @Test
  void shouldAnswer502WhereTheFunctionFails() throws Exception {
    answer = CompletableFuture.completedFuture(new UrlFunctions.Result(true, "{}".getBytes()));

    assertThat(get("").statusCode()).isEqualTo(502);
  }

  @Test
  void shouldPassOnThatLambdaRefuses() throws Exception {
    answer =
        CompletableFuture.failedFuture(
            new ServiceError("TooManyRequestsException", "Rate Exceeded.", 429));

    HttpResponse<String> response = get("");

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.body()).contains("Rate Exceeded.");
  }

  @Test
  void shouldRefuseWhatLambdaDoesNotTake() throws Exception {
    assertThat(post("text/plain", "x".repeat(6 << 20)).statusCode()).isEqualTo(413);
    assertThat(event).isNull();
  }

  @Test
  void shouldKeepTheUrlOverRestarts() throws IOException {
    urls.close();
    urls = new FunctionUrls(functions, directory, CLOCK);

    assertThat(deployed("{'TargetFunctionArn': 'f', 'AuthType': 'NONE'}")).isEqualTo(url);
    assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AuthType': 'AWS_IAM'} | signatures are not checked locally",
        "{'AuthType': 'OPEN'} | expected NONE or AWS_IAM",
        "{} | property AuthType is missing",
        "{'AuthType': 'NONE', 'InvokeMode': 'RESPONSE_STREAM'} | BUFFERED does",
        "{'AuthType': 'NONE', 'Cors': {}} | Cors is not answered locally"
      })
  void shouldRefuseWhatItDoesNotServe(String properties, String reason) {
    assertThatThrownBy(() -> urls.deploy(resource(properties)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
