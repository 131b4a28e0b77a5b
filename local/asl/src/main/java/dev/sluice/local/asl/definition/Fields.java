package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.local.asl.jsonata.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the fields of one object, and knows in the end which ones nobody asked for. */
final class Fields {
  private final JsonNode node;
  private final String path;
  private final Findings findings;
  private final Set<String> read = new LinkedHashSet<>();

  Fields(JsonNode node, String path, Findings findings) {
    this.node = node;
    this.path = path;
    this.findings = findings;
    if (!node.isObject()) {
      findings.add(path, expected("OBJECT", node));
    }
    read.add("Comment");
  }

  String path() {
    return path;
  }

  String path(String field) {
    return path + "/" + field;
  }

  Findings findings() {
    return findings;
  }

  boolean has(String field) {
    return node.has(field);
  }

  JsonNode get(String field) {
    read.add(field);
    JsonNode value = node.get(field);
    return value == null ? MissingNode.getInstance() : value;
  }

  /** Something wrong with one field. */
  void problem(String field, String problem) {
    findings.add(path(field), problem);
  }

  /** Something wrong with the object, where AWS names no field as the place. */
  void problem(String problem) {
    findings.add(path, problem);
  }

  void missing(String field) {
    problem("These fields are required: [" + field + "]");
  }

  private static String expected(String type, JsonNode found) {
    return "Expected value of type [" + type + "], found " + describe(found);
  }

  /** Text, or null (with a finding where it is missing though required, or no text). */
  String text(String field, boolean required) {
    JsonNode value = get(field);
    if (value.isMissingNode()) {
      if (required) {
        missing(field);
      }
      return null;
    }
    if (!value.isTextual()) {
      problem(field, expected("STRING", value));
      return null;
    }
    if (value.textValue().isEmpty()) {
      problem(field, "Value cannot be empty");
      return null;
    }
    return value.textValue();
  }

  /** False where the field is missing or, with a finding, no boolean. */
  boolean isTrue(String field) {
    JsonNode value = get(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(field, expected("BOOLEAN", value));
    }
    return value.isBoolean() && value.booleanValue();
  }

  /** A whole number within bounds, else the fallback. */
  long whole(String field, long fallback, long from, long to) {
    JsonNode value = get(field);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isIntegralNumber()) {
      problem(field, expected("INTEGER", value));
      return fallback;
    }
    range(field, value, from, to);
    return value.longValue();
  }

  private void range(String field, JsonNode value, long from, long to) {
    if (value.doubleValue() < from) {
      problem(field, "Minimum value is " + from);
    } else if (value.doubleValue() > to) {
      problem(field, "Maximum value is " + to);
    }
  }

  /** A value with expressions that stand where a state has only its input. */
  Template template(String field) {
    return template(field, Visible.INPUT);
  }

  /**
   * @param visible the fields that {@code $states} has there
   */
  Template template(String field, Set<String> visible) {
    JsonNode value = get(field);
    return value.isMissingNode() ? null : Template.of(value, path(field), visible, findings::add);
  }

  /** A template that is a number or an expression. */
  Template number(String field, long from, long to) {
    Template template = template(field);
    if (template instanceof Template.Literal literal) {
      JsonNode value = literal.value();
      if (value.isNumber()) {
        range(field, value, from, to);
      } else if (value.isTextual()) {
        problem(field, "JSONata string must start with {% and end with %}");
      } else {
        problem(field, expected("INTEGER", value));
      }
    }
    return template;
  }

  /** A field for each element of an array; none where it is missing. */
  List<Fields> each(String field) {
    JsonNode value = get(field);
    List<Fields> elements = new ArrayList<>();
    if (value.isMissingNode()) {
      return elements;
    }
    if (!value.isArray()) {
      problem(field, expected("ARRAY", value));
      return elements;
    }
    for (int i = 0; i < value.size(); i++) {
      elements.add(new Fields(value.get(i), path(field) + "[" + i + "]", findings));
    }
    return elements;
  }

  /** The object under a field, or null. */
  Fields object(String field) {
    JsonNode value = get(field);
    return value.isMissingNode() ? null : new Fields(value, path(field), findings);
  }

  /** The value where it is one of those allowed, else null. */
  String oneOf(String field, String... allowed) {
    String value = text(field, false);
    if (value != null && !List.of(allowed).contains(value)) {
      problem(
          field, "Value should be one of the following: " + List.of(allowed) + ", found " + value);
      return null;
    }
    return value;
  }

  /** Reports every field that was not read. */
  void finish(Set<String> jsonPathFields) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (read.contains(name)) {
        continue;
      }
      problem(
          jsonPathFields.contains(name)
              ? "The QueryLanguage is set to 'JSONata', but field '"
                  + name
                  + "' is only supported for the 'JSONPath' QueryLanguage"
              : "Field '" + name + "' is not supported");
    }
  }

  static String describe(JsonNode node) {
    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
