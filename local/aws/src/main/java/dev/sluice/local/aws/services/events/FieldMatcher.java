package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One alternative of a pattern against one value. */
final class FieldMatcher {
  private static final List<String> OPERATORS =
      List.of(
          "prefix",
          "suffix",
          "anything-but",
          "exists",
          "numeric",
          "equals-ignore-case",
          "wildcard");

  private FieldMatcher() {}

  static boolean matches(JsonNode wanted, JsonNode found) {
    if (!wanted.isObject()) {
      return same(wanted, found);
    }
    Map.Entry<String, JsonNode> operator = wanted.properties().iterator().next();
    JsonNode operand = operator.getValue();
    return switch (operator.getKey()) {
      case "prefix" -> found.isTextual() && affix(operand, found.asText(), true);
      case "suffix" -> found.isTextual() && affix(operand, found.asText(), false);
      case "equals-ignore-case" -> found.asText().equalsIgnoreCase(operand.asText());
      case "wildcard" -> found.isTextual() && wildcard(operand.asText(), found.asText());
      case "numeric" -> found.isNumber() && numeric(operand, found.decimalValue());
      case "anything-but" -> !anyOf(operand, found);
      default -> false;
    };
  }

  private static boolean same(JsonNode wanted, JsonNode found) {
    if (wanted.isNumber() && found.isNumber()) {
      return wanted.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    return wanted.equals(found);
  }

  private static boolean affix(JsonNode operand, String found, boolean front) {
    if (operand.isObject()) {
      String text = operand.path("equals-ignore-case").asText().toLowerCase(Locale.ROOT);
      String lower = found.toLowerCase(Locale.ROOT);
      return front ? lower.startsWith(text) : lower.endsWith(text);
    }
    return front ? found.startsWith(operand.asText()) : found.endsWith(operand.asText());
  }

  private static boolean wildcard(String operand, String found) {
    StringBuilder regex = new StringBuilder();
    for (String literal : operand.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(found).matches();
  }

  private static boolean anyOf(JsonNode operand, JsonNode found) {
    if (operand.isArray()) {
      for (JsonNode item : operand) {
        if (same(item, found)) {
          return true;
        }
      }
      return false;
    }
    if (operand.isObject()) {
      // {"anything-but": {"prefix": ["a", "b"]}}
      Map.Entry<String, JsonNode> inner = operand.properties().iterator().next();
      Iterable<JsonNode> values =
          inner.getValue().isArray() ? inner.getValue() : List.of(inner.getValue());
      for (JsonNode value : values) {
        if (matches(Json.object().set(inner.getKey(), value), found)) {
          return true;
        }
      }
      return false;
    }
    return same(operand, found);
  }

  private static boolean numeric(JsonNode operand, BigDecimal found) {
    for (int i = 0; i + 1 < operand.size(); i += 2) {
      int order = found.compareTo(operand.get(i + 1).decimalValue());
      boolean holds =
          switch (operand.get(i).asText()) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> false;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with an alternative, or null. */
  static String problem(String field, JsonNode alternative) {
    if (!alternative.isObject()) {
      return null;
    }
    if (alternative.size() != 1) {
      return "field " + field + " of an event pattern takes one operator a time: " + alternative;
    }
    String operator = alternative.fieldNames().next();
    return OPERATORS.contains(operator)
        ? null
        : "operator "
            + operator
            + " of field "
            + field
            + " does not run locally; these do: "
            + String.join(", ", OPERATORS);
  }
}
