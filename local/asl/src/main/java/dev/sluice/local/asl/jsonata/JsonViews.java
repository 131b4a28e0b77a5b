package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.asl.jsonata.function.ExactInteger;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON as JSONata sees it and back. Views convert a member when it is looked at, so that a small
 * expression over a large document costs little.
 */
final class JsonViews {
  /** Beyond this a double cannot hold every whole number, so it is written as it is. */
  private static final double EXACT = 9_007_199_254_740_992.0;

  private JsonViews() {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> new ObjectView((ObjectNode) node);
      // The library adds a member to an empty array that it groups by.
      case ARRAY -> node.isEmpty() ? new ArrayList<>() : new ArrayView((ArrayNode) node);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      default -> Jsonata.NULL_VALUE;
    };
  }

  private static Number number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return Utils.convertNumber(node.doubleValue());
    }
    return node.canConvertToLong() && ExactInteger.fitsDouble(node.longValue())
        ? Utils.convertNumber(node.longValue())
        : new ExactInteger(node.bigIntegerValue());
  }

  /**
   * @return null where the value is undefined
   * @throws IllegalArgumentException where the value is a function or a number that JSON lacks
   */
  static JsonNode toJson(Object value) {
    if (value == null) {
      return null;
    }
    if (value == Jsonata.NULL_VALUE) {
      return NullNode.instance;
    }
    if (value instanceof View view) {
      return view.node();
    }
    if (value instanceof String text) {
      return TextNode.valueOf(text);
    }
    if (value instanceof Boolean bool) {
      return BooleanNode.valueOf(bool);
    }
    if (value instanceof ExactInteger exact) {
      return exact.node();
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = Json.object();
      map.forEach((key, member) -> put(node, String.valueOf(key), toJson(member)));
      return node;
    }
    if (value instanceof List<?> list) {
      ArrayNode node = Json.array();
      for (Object member : list) {
        JsonNode json = toJson(member);
        node.add(json == null ? NullNode.instance : json);
      }
      return node;
    }
    throw new IllegalArgumentException("the result is a function, which JSON cannot hold");
  }

  private static void put(ObjectNode node, String key, JsonNode member) {
    if (member != null) {
      node.set(key, member);
    }
  }

  private static JsonNode number(Number number) {
    if (number instanceof Integer whole) {
      return IntNode.valueOf(whole);
    }
    if (number instanceof Long whole) {
      return LongNode.valueOf(whole);
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("the result is not a finite number");
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
    return whole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
  }

  /** Something that still knows the JSON it came from. */
  interface View {
    JsonNode node();
  }
}
