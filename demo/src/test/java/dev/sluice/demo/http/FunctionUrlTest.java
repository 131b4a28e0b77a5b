package dev.sluice.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadInput;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionUrlTest {
  private static final String CONTEXT =
      "{\"domainName\":\"id.lambda-url.r.on.aws\",\"http\":{\"method\":\"GET\"}}";

  @Test
  void shouldKnowItsUrlAsTheClientDoes() {
    Request request =
        request("{\"Host\":\"127.0.0.1:8080\",\"X-Forwarded-Proto\":\"http\"}", CONTEXT);

    assertThat(request.base()).hasToString("http://127.0.0.1:8080");
    assertThat(request).hasToString("GET /gbfs.json");
  }

  @Test
  void shouldTakeTheDomainsNameWhereTheHostIsMissing() {
    assertThat(request("{}", CONTEXT).base()).hasToString("https://id.lambda-url.r.on.aws");
  }

  @Test
  void shouldRefuseAnEventWithoutAnyHost() {
    assertThatThrownBy(() -> request("{}", "{\"http\":{\"method\":\"GET\"}}"))
        .isInstanceOf(BadInput.class)
        .hasMessage("the event has neither header host nor requestContext.domainName");
  }

  @Test
  void shouldWriteTheAnswerAsText() {
    Answer answer = Answer.json(200, "\"Łazienki\"".getBytes(StandardCharsets.UTF_8));

    assertThat(FunctionUrl.response(answer))
        .containsEntry("statusCode", 200)
        .containsEntry("headers", Map.of("content-type", "application/json"))
        .containsEntry("body", "\"Łazienki\"")
        .containsEntry("isBase64Encoded", false);
  }

  private static Request request(String headers, String context) {
    String event =
        "{\"rawPath\":\"/gbfs.json\",\"headers\":"
            + headers
            + ",\"requestContext\":"
            + context
            + "}";
    return FunctionUrl.request(Fields.of("the event", Json.parse(event)));
  }
}
