package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON value in a definition whose strings of the form <code>{% … %}</code> are expressions.
 * Immutable and safe for use by several threads.
 */
public sealed interface Template {
  /** Is told what is wrong with the expressions of a template. */
  @FunctionalInterface
  interface Problems {
    /**
     * @param code as AWS names the kind of problem
     */
    void add(String code, String path, String problem);
  }

  /**
   * @param path where the value stands, for problems
   * @param visible the fields that {@code $states} has there
   * @param problems told of every expression that AWS refuses
   */
  static Template of(JsonNode node, String path, Set<String> visible, Problems problems) {
    if (node.isTextual()) {
      return text(node, path, visible, problems);
    }
    if (node.isObject()) {
      Map<String, Template> members = new LinkedHashMap<>();
      node.properties()
          .forEach(
              e ->
                  members.put(
                      e.getKey(), of(e.getValue(), path + "/" + e.getKey(), visible, problems)));
      boolean literal = members.values().stream().allMatch(Literal.class::isInstance);
      return literal ? new Literal(node) : new Members(members);
    }
    if (node.isArray()) {
      List<Template> elements = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        elements.add(of(node.get(i), path + "[" + i + "]", visible, problems));
      }
      boolean literal = elements.stream().allMatch(Literal.class::isInstance);
      return literal ? new Literal(node) : new Elements(elements);
    }
    return new Literal(node);
  }

  private static Template text(JsonNode node, String path, Set<String> visible, Problems problems) {
    String text = node.textValue();
    if (!text.startsWith("{%")) {
      return new Literal(node);
    }
    if (!text.endsWith("%}") || text.length() < 4) {
      problems.add(
          "SCHEMA_VALIDATION_FAILED", path, "JSONata string must start with {% and end with %}");
      return new Literal(node);
    }
    try {
      Expression expression = Expression.compile(text.substring(2, text.length() - 2).strip());
      expression
          .refused(visible)
          .forEach(problem -> problems.add("UNSUPPORTED_JSONATA_EXPRESSION", path, problem));
      return new Query(expression);
    } catch (IllegalArgumentException e) {
      problems.add("INVALID_JSONATA_EXPRESSION", path, e.getMessage());
      return new Literal(node);
    }
  }

  /** The names of the value's members where it is an object; none where it is anything else. */
  default Set<String> names() {
    if (this instanceof Members object) {
      return object.members.keySet();
    }
    Set<String> names = new LinkedHashSet<>();
    if (this instanceof Literal literal) {
      literal.value.fieldNames().forEachRemaining(names::add);
    }
    return names;
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
