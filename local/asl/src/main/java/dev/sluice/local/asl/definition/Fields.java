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
      findings.add(path, "must be an object, found " + describe(node));
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

  void problem(String field, String problem) {
    findings.add(path(field), problem);
  }

  /** Text, or null (with a finding where it is missing though required, or no text). */
  String text(String field, boolean required) {
    JsonNode value = get(field);
    if (value.isMissingNode()) {
      if (required) {
        problem(field, "is missing: add it");
      }
      return null;
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      problem(field, "must be text, found " + describe(value));
      return null;
    }
    return value.textValue();
  }

  /** A whole number within bounds, else the fallback. */
  long whole(String field, long fallback, long from, long to) {
    JsonNode value = get(field);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isIntegralNumber() || value.longValue() < from || value.longValue() > to) {
      problem(
          field,
          "must be a whole number from " + from + " to " + to + ", found " + describe(value));
      return fallback;
    }
    return value.longValue();
  }

  Template template(String field) {
    JsonNode value = get(field);
    return value.isMissingNode() ? null : Template.of(value, path(field), findings::add);
  }

  /** A template that is a number or an expression. */
  Template number(String field, long from, long to) {
    Template template = template(field);
    if (template instanceof Template.Literal literal) {
      JsonNode value = literal.value();
      if (!value.isNumber() || value.doubleValue() < from || value.doubleValue() > to) {
        problem(
            field,
            "must be a number from "
                + from
                + " to "
                + to
                + " or an expression, found "
                + describe(value));
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
      problem(field, "must be an array, found " + describe(value));
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
      problem(field, "must be one of " + String.join(", ", allowed) + ", found " + value);
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
      if (jsonPathFields.contains(name)) {
        problem(name, "belongs to JSONPath: use Arguments, Output and Assign of JSONata");
      } else {
        problem(name, "is not a field that is known here: remove it or correct its name");
      }
    }
  }

  static String describe(JsonNode node) {
    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
