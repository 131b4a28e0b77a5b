package dev.sluice.console.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Reads JSON into maps, lists, texts, numbers and truth values. */
public final class PlainJson {
  private PlainJson() {}

  /** The document's value; the text itself where it is no JSON. */
  public static Object parse(String text) {
    try {
      return of(JsonNode.parser().parse(text));
    } catch (RuntimeException noJson) {
      return text;
    }
  }

  private static Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.asObject().forEach((name, field) -> fields.put(name, of(field)));
      return fields;
    }
    if (node.isArray()) {
      return node.asArray().stream().map(PlainJson::of).toList();
    }
    if (node.isNumber()) {
      return new BigDecimal(node.asNumber());
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isString() ? node.asString() : null;
  }
}
