package dev.sluice.lambda.json;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/**
 * JSON by the parser that the AWS SDK carries: a second library would cost a cold start more than
 * it gives. Thread-safe.
 */
public final class Json {

  private Json() {}

  /**
   * Parses one document; malformed text raises the SDK's JsonParseException or
   * UncheckedIOException.
   */
  public static JsonNode parse(String text) {
    return JsonNode.parser().parse(text);
  }

  /** Parses one document of UTF-8 text. */
  public static JsonNode parse(byte[] utf8) {
    return JsonNode.parser().parse(utf8);
  }

  /** Parses one document and reads the stream to its end. */
  public static JsonNode parse(InputStream utf8) {
    return JsonNode.parser().parse(utf8);
  }

  /** Writes maps, iterables, strings, numbers, booleans, null and {@link JsonNode}s. */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** As {@link #text}, in UTF-8. A map's order is the document's order. */
  public static byte[] bytes(Object value) {
    try (JsonWriter writer = JsonWriter.create()) {
      write(writer, value);
      return writer.getBytes();
    }
  }

  /** As maps, lists, strings, numbers and booleans, for whoever knows no {@link JsonNode}. */
  public static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.asObject().forEach((name, field) -> fields.put(name, plain(field)));
      return fields;
    }
    if (node.isArray()) {
      return node.asArray().stream().map(Json::plain).toList();
    }
    if (node.isNumber()) {
      return new BigDecimal(node.asNumber());
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isString() ? node.asString() : null;
  }

  private static void write(JsonWriter writer, Object value) {
    if (value == null) {
      writer.writeNull();
    } else if (value instanceof JsonNode node) {
      writeNode(writer, node);
    } else if (value instanceof Map<?, ?> map) {
      writer.writeStartObject();
      map.forEach(
          (name, field) -> {
            writer.writeFieldName(String.valueOf(name));
            write(writer, field);
          });
      writer.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      writer.writeStartArray();
      items.forEach(item -> write(writer, item));
      writer.writeEndArray();
    } else if (value instanceof Boolean flag) {
      writer.writeValue(flag.booleanValue());
    } else if (value instanceof Number number) {
      writeNumber(writer, number);
    } else {
      writer.writeValue(String.valueOf(value));
    }
  }

  private static void writeNumber(JsonWriter writer, Number number) {
    if (number instanceof BigDecimal || number instanceof Double || number instanceof Float) {
      // Not writeValue(BigDecimal), which the SDK turns into a string.
      writer.writeNumber(number.toString());
    } else if (number instanceof BigInteger) {
      writer.writeNumber(number.toString());
    } else {
      writer.writeValue(number.longValue());
    }
  }

  private static void writeNode(JsonWriter writer, JsonNode node) {
    if (node.isObject()) {
      write(writer, node.asObject());
    } else if (node.isArray()) {
      write(writer, node.asArray());
    } else if (node.isString()) {
      writer.writeValue(node.asString());
    } else if (node.isBoolean()) {
      writer.writeValue(node.asBoolean());
    } else if (node.isNumber()) {
      writer.writeNumber(node.asNumber());
    } else {
      writer.writeNull();
    }
  }
}
