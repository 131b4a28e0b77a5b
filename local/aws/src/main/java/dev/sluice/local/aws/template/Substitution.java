package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.base.json.Json;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fn::Sub. */
final class Substitution {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private Substitution() {}

  static JsonNode of(JsonNode argument, Scope scope, UnaryOperator<JsonNode> resolve) {
    String template = argument.isArray() ? argument.get(0).asText() : argument.asText();
    JsonNode variables = argument.isArray() ? argument.path(1) : Json.object();
    Matcher matcher = VARIABLE.matcher(template);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value;
      if (!matcher.group(1).isEmpty()) {
        value = "${" + matcher.group(2) + "}";
      } else if (variables.has(matcher.group(2))) {
        value = resolve.apply(variables.get(matcher.group(2))).asText();
      } else {
        value = named(matcher.group(2), scope).asText();
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return TextNode.valueOf(matcher.appendTail(out).toString());
  }

  private static JsonNode named(String name, Scope scope) {
    int dot = name.indexOf('.');
    return dot < 0
        ? scope.ref(name)
        : scope.attribute(name.substring(0, dot), name.substring(dot + 1));
  }
}
