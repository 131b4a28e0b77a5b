package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Events and answers between bytes and JSON. */
final class Payloads {
  private static final int BEGINNING = 200;

  // Numbers as they were written: an amount must not change on its way through a task.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Payloads() {}

  /** JSON, a null node for no bytes at all, or null for what is no JSON. */
  static JsonNode read(byte[] payload) {
    try {
      JsonNode node = JSON.readTree(payload);
      return node == null || node.isMissingNode() ? NullNode.getInstance() : node;
    } catch (IOException notJson) {
      return null;
    }
  }

  /** JSON, or the text itself where it is none. */
  static JsonNode readable(byte[] payload) {
    JsonNode node = read(payload);
    return node == null ? TextNode.valueOf(new String(payload, StandardCharsets.UTF_8)) : node;
  }

  static byte[] write(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that cannot be written as JSON", e);
    }
  }

  static String text(Outcome outcome) {
    return new String(outcome.payload(), StandardCharsets.UTF_8);
  }

  static String beginning(Outcome outcome) {
    String text = text(outcome);
    return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + "…";
  }
}
