package dev.sluice.demo.http;

import dev.sluice.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a request.
 *
 * @param headers by names in lower case
 * @param body may be empty; not to be changed
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String TYPE = "content-type";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A JSON document that was made before. */
  public static Answer json(int status, byte[] document) {
    return new Answer(status, Map.of(TYPE, "application/json"), document);
  }

  /** A JSON object with a sentence for whoever reads the client's log. */
  public static Answer message(int status, String message) {
    return json(status, Json.bytes(Map.of("message", message)));
  }

  /** A status and nothing else. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** The same with one header more. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
