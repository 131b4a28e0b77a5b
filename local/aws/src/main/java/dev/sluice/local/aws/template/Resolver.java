package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Replaces intrinsic functions by values. One class a function family, see {@link Intrinsics}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic
 *     functions</a>
 */
final class Resolver {
  private final Scope scope;
  private final Intrinsics intrinsics;

  Resolver(Scope scope) {
    this.scope = scope;
    this.intrinsics = new Intrinsics(scope, this::resolve);
  }

  /** The value; null where it is AWS::NoValue. */
  JsonNode resolve(JsonNode node) {
    if (node.isTextual()) {
      return scope.dynamic(node);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode resolved = Json.array();
      for (JsonNode item : array) {
        JsonNode value = resolve(item);
        if (value != null) {
          resolved.add(value);
        }
      }
      return resolved;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (object.size() == 1) {
      String name = object.fieldNames().next();
      if (name.equals("Ref") || name.startsWith("Fn::")) {
        JsonNode value = intrinsics.call(name, object.get(name));
        return value == null ? null : scope.dynamic(value);
      }
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = resolve(field.getValue());
      if (value != null) {
        fields.put(field.getKey(), value);
      }
    }
    ObjectNode resolved = Json.object();
    resolved.setAll(fields);
    return resolved;
  }

  /** True if a condition of the template holds; absent conditions do. */
  boolean holds(JsonNode condition) {
    return condition == null || intrinsics.condition(condition.asText());
  }
}
