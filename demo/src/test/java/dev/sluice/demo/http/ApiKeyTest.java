package dev.sluice.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private final ApiKey key = new ApiKey("open sesame");

  @ParameterizedTest
  @ValueSource(strings = {"x-api-key", "X-Api-Key"})
  void shouldLetTheKeyPass(String header) {
    assertThat(key.refusal(request(Map.of(header, "open sesame")))).isEmpty();
  }

  @Test
  void shouldAskForAKeyWhereThereIsNone() {
    Answer answer = key.refusal(request(Map.of("accept", "*/*"))).orElseThrow();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsKey("www-authenticate");
    assertThat(answer.text())
        .isEqualTo(
            "{\"message\":\"The request has no header x-api-key; send the API key in it.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "open", "open sesame ", "Open Sesame"})
  void shouldRefuseAnotherKeyWithoutRepeatingIt(String offered) {
    Answer answer = key.refusal(request(Map.of("x-api-key", offered))).orElseThrow();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).doesNotContain("esame");
  }

  @Test
  void shouldTakeNoBlankKey() {
    assertThatThrownBy(() -> new ApiKey(" ")).hasMessageContaining("the API key is blank");
  }

  @Test
  void shouldStandInNoText() {
    assertThat(key.toString()).doesNotContain("sesame");
    assertThat(request(Map.of("x-api-key", "open sesame")).toString()).isEqualTo("GET /");
  }

  private static Request request(Map<String, String> headers) {
    return new Request("GET", URI.create("http://localhost"), "/", headers);
  }
}
