package dev.sluice.demo.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.demo.fixture.FakeSecrets;
import dev.sluice.demo.http.Request;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
  private static final String ARN = "arn:aws:secretsmanager:r:1:secret:stations";

  @Test
  void shouldReadTheKey() {
    Request request =
        new Request("GET", URI.create("http://localhost"), "/", Map.of("x-api-key", "hidden"));

    assertThat(secret("{\"x-api-key\":\"hidden\"}").read().refusal(request)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden",
        "{\"x-api-key\":hidden}",
        "[\"hidden\"]",
        "{\"key\":\"hidden\"}",
        "{\"x-api-key\":{\"is\":\"hidden\"}}",
        "{\"x-api-key\":\" \"}",
        "{\"x-api-key\":null}"
      })
  void shouldSayWhatIsWrongButNotWithWhat(String content) {
    assertThatThrownBy(() -> secret(content).read())
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageContaining("secret " + ARN + " has no text 'x-api-key'")
        .hasMessageContaining("expected {\"x-api-key\": \"the key\"}")
        .message()
        .doesNotContain("hidden");
  }

  private static KeySecret secret(String content) {
    return new KeySecret(new FakeSecrets(content), ARN);
  }
}
