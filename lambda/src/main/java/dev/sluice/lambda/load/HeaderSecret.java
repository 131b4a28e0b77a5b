package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import dev.sluice.lambda.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Headers kept in a secret: a JSON object of header names and values. It is read for each run, so
 * that a new key needs no deployment. The secret's text is never part of a message.
 */
final class HeaderSecret {
  private final UnaryOperator<String> secrets;

  /**
   * @param secrets the text of a secret by its ARN
   */
  HeaderSecret(UnaryOperator<String> secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads the headers.
   *
   * @throws FeedInvalid where the secret holds no usable headers, naming the secret
   */
  RequestHeaders read(String arn) {
    String text = secrets.apply(arn);
    JsonNode json;
    try {
      json = Json.parse(text == null ? "" : text);
    } catch (RuntimeException malformed) {
      // The parser's message quotes what it read; it is no cause of ours for that.
      throw invalid(arn, "text that is not JSON");
    }
    if (json == null || !json.isObject()) {
      throw invalid(arn, "no JSON object");
    }
    Map<String, String> values = new LinkedHashMap<>();
    json.asObject()
        .forEach(
            (name, value) -> {
              if (!value.isString()) {
                throw invalid(arn, "a value that is no string");
              }
              values.put(name, value.asString());
            });
    try {
      return new RequestHeaders(values);
    } catch (IllegalArgumentException wrong) {
      throw invalid(arn, wrong.getMessage());
    }
  }

  private static FeedInvalid invalid(String arn, String found) {
    return new FeedInvalid("secret " + arn, found, "a JSON object such as {\"x-api-key\": \"…\"}");
  }
}
