package dev.sluice.lambda.json;

import dev.sluice.error.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The fields of a JSON object, read with an error that names the field, what was found in its place
 * and where. An absent field and a null one are the same.
 */
public final class Fields {

  private final String where;
  private final Map<String, JsonNode> fields;

  private Fields(String where, Map<String, JsonNode> fields) {
    this.where = where;
    this.fields = fields;
  }

  /**
   * @param where what the object is, for errors: "the input", "line 3 of s3://…"
   * @throws BadInput where the node is no object
   */
  public static Fields of(String where, JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new BadInput(where + ": found " + kind(node) + ", expected an object");
    }
    return new Fields(where, node.asObject());
  }

  public String string(String name) {
    JsonNode node = required(name, "a string");
    if (!node.isString()) {
      throw wrong(name, node, "a string");
    }
    return node.asString();
  }

  public Optional<String> optionalString(String name) {
    return has(name) ? Optional.of(string(name)) : Optional.empty();
  }

  public long number(String name) {
    JsonNode node = required(name, "a whole number");
    try {
      if (node.isNumber()) {
        return new java.math.BigDecimal(node.asNumber()).longValueExact();
      }
    } catch (ArithmeticException e) {
      throw wrong(name, node, "a whole number");
    }
    throw wrong(name, node, "a whole number");
  }

  public long number(String name, long otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  public boolean bool(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode node = fields.get(name);
    if (!node.isBoolean()) {
      throw wrong(name, node, "true or false");
    }
    return node.asBoolean();
  }

  public Fields object(String name) {
    return of(where + "." + name, required(name, "an object"));
  }

  public List<Fields> objects(String name) {
    JsonNode node = required(name, "an array");
    if (!node.isArray()) {
      throw wrong(name, node, "an array");
    }
    List<Fields> objects = new ArrayList<>();
    for (JsonNode item : node.asArray()) {
      objects.add(of(where + "." + name + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  /** True where the field is there and not null. */
  public boolean has(String name) {
    JsonNode node = fields.get(name);
    return node != null && !node.isNull();
  }

  /** The names and values as they are, in order. */
  public Map<String, JsonNode> all() {
    return fields;
  }

  private JsonNode required(String name, String expected) {
    if (!has(name)) {
      throw new BadInput(
          where + " has no '" + name + "', expected " + expected + "; it has " + fields.keySet());
    }
    return fields.get(name);
  }

  private BadInput wrong(String name, JsonNode node, String expected) {
    return new BadInput(where + "." + name + ": found " + kind(node) + ", expected " + expected);
  }

  private static String kind(JsonNode node) {
    if (node == null || node.isNull()) {
      return "null";
    }
    if (node.isObject()) {
      return "an object";
    }
    return node.isArray() ? "an array" : "'" + node.text() + "'";
  }
}
