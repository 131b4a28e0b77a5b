package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A JSON value in a definition whose strings of the form <code>{% … %}</code> are expressions.
 * Immutable and safe for use by several threads.
 */
public sealed interface Template {
  /**
   * @param path where the value stands, for findings
   * @param findings told path and problem of every expression that does not compile
   */
  static Template of(JsonNode node, String path, BiConsumer<String, String> findings) {
    if (node.isTextual()) {
      return text(node, path, findings);
    }
    if (node.isObject()) {
      Map<String, Template> members = new LinkedHashMap<>();
      node.properties()
          .forEach(
              e -> members.put(e.getKey(), of(e.getValue(), path + "/" + e.getKey(), findings)));
      boolean literal = members.values().stream().allMatch(Literal.class::isInstance);
      return literal ? new Literal(node) : new Members(members);
    }
    if (node.isArray()) {
      List<Template> elements = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        elements.add(of(node.get(i), path + "[" + i + "]", findings));
      }
      boolean literal = elements.stream().allMatch(Literal.class::isInstance);
      return literal ? new Literal(node) : new Elements(elements);
    }
    return new Literal(node);
  }

  private static Template text(JsonNode node, String path, BiConsumer<String, String> findings) {
    String text = node.textValue();
    if (!text.startsWith("{%")) {
      return new Literal(node);
    }
    if (!text.endsWith("%}") || text.length() < 4) {
      findings.accept(path, "begins with {% and does not end with %}: close the expression");
      return new Literal(node);
    }
    try {
      return new Query(Expression.compile(text.substring(2, text.length() - 2).strip()));
    } catch (IllegalArgumentException e) {
      findings.accept(path, "is not a JSONata expression: " + e.getMessage());
      return new Literal(node);
    }
  }

  /**
   * @param field the state's field, for messages
   * @throws QueryError where an expression fails or is undefined
   */
  JsonNode evaluate(Scope scope, String field);

  /** A value without expressions. */
  record Literal(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return value;
    }
  }

  /** One expression. */
  record Query(Expression expression) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return expression.evaluate(scope, field);
    }
  }

  /** An object with an expression somewhere in it. */
  record Members(Map<String, Template> members) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      ObjectNode node = Json.object();
      members.forEach((key, member) -> node.set(key, member.evaluate(scope, field + "/" + key)));
      return node;
    }
  }

  /** An array with an expression somewhere in it. */
  record Elements(List<Template> elements) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      ArrayNode node = Json.array();
      for (int i = 0; i < elements.size(); i++) {
        node.add(elements.get(i).evaluate(scope, field + "[" + i + "]"));
      }
      return node;
    }
  }
}
