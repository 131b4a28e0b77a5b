package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Event patterns: every field of the pattern must match; a field's array lists alternatives.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html">operators</a>
 */
final class EventPattern {
  private EventPattern() {}

  static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      JsonNode wanted = field.getValue();
      boolean matches =
          switch (field.getKey()) {
            case "$or" -> anyOf(wanted, event);
            default -> field(wanted, event.path(field.getKey()));
          };
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyOf(JsonNode patterns, JsonNode event) {
    for (JsonNode pattern : patterns) {
      if (matches(pattern, event)) {
        return true;
      }
    }
    return false;
  }

  private static boolean field(JsonNode wanted, JsonNode found) {
    if (wanted.isObject()) {
      if (found.isArray()) {
        for (JsonNode item : found) {
          if (matches(wanted, item)) {
            return true;
          }
        }
        return false;
      }
      return matches(wanted, found);
    }
    for (JsonNode alternative : wanted) {
      if (alternative(alternative, found)) {
        return true;
      }
    }
    return false;
  }

  private static boolean alternative(JsonNode wanted, JsonNode found) {
    if (wanted.has("exists")) {
      boolean leaf = !found.isMissingNode() && !found.isObject();
      return wanted.get("exists").asBoolean() == leaf;
    }
    if (found.isArray()) {
      for (JsonNode item : found) {
        if (FieldMatcher.matches(wanted, item)) {
          return true;
        }
      }
      return false;
    }
    return !found.isMissingNode() && FieldMatcher.matches(wanted, found);
  }

  /** What is wrong with a pattern, or null; so that a rule that can never match is refused. */
  static String problem(JsonNode pattern) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      return "an event pattern is a JSON object with at least one field, found " + pattern;
    }
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      String problem = problem(field.getKey(), field.getValue());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static String problem(String name, JsonNode value) {
    if (value.isObject()) {
      return problem(value);
    }
    if (!value.isArray() || value.isEmpty()) {
      return "field " + name + " of an event pattern takes an object or a list, found " + value;
    }
    for (JsonNode alternative : value) {
      String problem =
          name.equals("$or") ? problem(alternative) : FieldMatcher.problem(name, alternative);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }
}
