package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.base.json.Json;
import java.util.Map;

/**
 * What a target gets of an event.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">input
 *     transformation</a>
 */
final class TargetInput {
  private TargetInput() {}

  static JsonNode of(Rule rule, Target target, JsonNode event) {
    if (target.input() != null) {
      return parse(target.input());
    }
    if (target.inputPath() != null) {
      return at(event, target.inputPath());
    }
    if (target.transformer() != null) {
      return transform(rule, target.transformer(), event);
    }
    return event;
  }

  private static JsonNode transform(Rule rule, JsonNode transformer, JsonNode event) {
    String text = transformer.path("InputTemplate").asText();
    for (Map.Entry<String, JsonNode> path : transformer.path("InputPathsMap").properties()) {
      text = fill(text, path.getKey(), at(event, path.getValue().asText()));
    }
    text = fill(text, "aws.events.rule-arn", TextNode.valueOf(rule.arn()));
    text = fill(text, "aws.events.rule-name", TextNode.valueOf(rule.name()));
    text = fill(text, "aws.events.event.ingestion-time", event.path("time"));
    return parse(fill(text, "aws.events.event.json", event));
  }

  /** Within quotes a text goes in bare, outside of them as JSON. */
  private static String fill(String template, String name, JsonNode value) {
    String variable = "<" + name + ">";
    String json = value.isMissingNode() ? "" : Json.text(value);
    String inner = value.isTextual() ? json.substring(1, json.length() - 1) : escaped(json);
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '<' && template.startsWith(variable, i)) {
        out.append(quoted ? inner : json);
        i += variable.length() - 1;
        continue;
      }
      if (c == '"' && (i == 0 || template.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String escaped(String json) {
    String quoted = Json.text(TextNode.valueOf(json));
    return quoted.substring(1, quoted.length() - 1);
  }

  private static JsonNode parse(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      return TextNode.valueOf(text);
    }
  }

  /** The part at a path such as {@code $.detail.bucket.name} or {@code $.resources[0]}. */
  private static JsonNode at(JsonNode event, String path) {
    String pointer = path.replaceFirst("^\\$", "").replaceAll("\\[(\\d+)]", ".$1");
    return event.at(pointer.replace('.', '/'));
  }
}
