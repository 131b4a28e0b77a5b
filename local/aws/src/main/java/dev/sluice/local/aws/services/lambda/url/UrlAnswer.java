package dev.sluice.local.aws.services.lambda.url;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a URL's client gets.
 *
 * @param headers in any case; several values of one name are several lines
 */
record UrlAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final Logger LOG = LoggerFactory.getLogger(UrlAnswer.class);
  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";

  /** The function failed, or answered what is no HTTP response. */
  static final UrlAnswer BAD_GATEWAY = message(502, "Internal Server Error");

  /** An answer of Lambda itself. */
  static UrlAnswer message(int status, String message) {
    return new UrlAnswer(
        status, Map.of(TYPE, List.of(JSON)), Json.bytes(Json.object().put("Message", message)));
  }

  /**
   * A function's answer: an object with {@code statusCode} is the response itself; other JSON is
   * the body of a 200.
   */
  static UrlAnswer of(UrlFunctions.Result result) {
    if (result.failed()) {
      return BAD_GATEWAY;
    }
    JsonNode payload;
    try {
      payload = Json.parse(result.payload());
    } catch (IOException e) {
      return refused("which is not JSON", result.payload());
    }
    if (!payload.has("statusCode")) {
      return new UrlAnswer(200, Map.of(TYPE, List.of(JSON)), result.payload());
    }
    int status = payload.path("statusCode").asInt();
    if (!payload.path("statusCode").isInt() || status < 200 || status > 599) {
      return refused("whose statusCode is no number from 200 to 599", result.payload());
    }
    try {
      return new UrlAnswer(status, headers(payload), body(payload));
    } catch (IllegalArgumentException e) {
      return refused("whose body is not Base64, as isBase64Encoded says", result.payload());
    }
  }

  private static Map<String, List<String>> headers(JsonNode payload) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(TYPE, List.of(JSON));
    payload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    List<String> cookies = new ArrayList<>();
    payload.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("Set-Cookie", cookies);
    }
    return headers;
  }

  private static byte[] body(JsonNode payload) {
    JsonNode body = payload.path("body");
    String text =
        body.isMissingNode() || body.isNull()
            ? ""
            : body.isTextual() ? body.asText() : body.toString();
    return payload.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static UrlAnswer refused(String why, byte[] payload) {
    String beginning =
        new String(payload, 0, Math.min(200, payload.length), StandardCharsets.UTF_8);
    LOG.warn("a function URL answers 502: the function gave an answer {}: {}", why, beginning);
    return BAD_GATEWAY;
  }
}
