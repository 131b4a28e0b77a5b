package dev.sluice.demo.stations;

import dev.sluice.demo.http.ApiKey;
import dev.sluice.lambda.json.Json;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The API's key as Secrets Manager holds it: {@code {"x-api-key": "…"}}, the same secret from which
 * a client takes its headers.
 */
public final class KeySecret {
  private final SecretsManagerClient secrets;
  private final String arn;

  /** Reads this secret. */
  public KeySecret(SecretsManagerClient secrets, String arn) {
    this.secrets = secrets;
    this.arn = arn;
  }

  /**
   * Asks Secrets Manager.
   *
   * @throws IllegalStateException where the secret has another form; its content is not in the
   *     message
   */
  public ApiKey read() {
    String text = secrets.getSecretValue(r -> r.secretId(arn)).secretString();
    JsonNode key = fields(text).get(ApiKey.HEADER);
    if (key == null || !key.isString() || key.asString().isBlank()) {
      throw new IllegalStateException(
          "secret "
              + arn
              + " has no text '"
              + ApiKey.HEADER
              + "', expected {\""
              + ApiKey.HEADER
              + "\": \"the key\"}; put such a value into it");
    }
    return new ApiKey(key.asString());
  }

  private static Map<String, JsonNode> fields(String text) {
    try {
      JsonNode node = text == null ? null : Json.parse(text);
      return node != null && node.isObject() ? node.asObject() : Map.of();
    } catch (RuntimeException e) {
      // The parser's message quotes what it read, and that is a secret.
      return Map.of();
    }
  }
}
