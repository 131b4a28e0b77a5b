package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The Conditions of a template. */
final class Conditions {
  private final JsonNode definitions;
  private final UnaryOperator<JsonNode> resolve;

  Conditions(JsonNode definitions, UnaryOperator<JsonNode> resolve) {
    this.definitions = definitions;
    this.resolve = resolve;
  }

  boolean holds(String name) {
    JsonNode definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("the template defines no condition " + name);
    }
    return evaluate(definition);
  }

  boolean evaluate(JsonNode condition) {
    if (condition.size() != 1) {
      throw new IllegalArgumentException("not a condition: " + condition);
    }
    Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Equals" ->
          resolve.apply(argument.get(0)).asText().equals(resolve.apply(argument.get(1)).asText());
      case "Fn::Not" -> !evaluate(argument.get(0));
      case "Fn::And" -> every(argument);
      case "Fn::Or" -> any(argument);
      default -> throw new IllegalArgumentException("not a condition: " + condition);
    };
  }

  private boolean every(JsonNode conditions) {
    for (JsonNode condition : conditions) {
      if (!evaluate(condition)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(JsonNode conditions) {
    for (JsonNode condition : conditions) {
      if (evaluate(condition)) {
        return true;
      }
    }
    return false;
  }
}
