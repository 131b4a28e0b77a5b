package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The intrinsic functions. */
final class Intrinsics {
  private final Scope scope;
  private final UnaryOperator<JsonNode> resolve;
  private final Conditions conditions;

  Intrinsics(Scope scope, UnaryOperator<JsonNode> resolve) {
    this.scope = scope;
    this.resolve = resolve;
    this.conditions = new Conditions(scope.template().path("Conditions"), resolve);
  }

  JsonNode call(String name, JsonNode argument) {
    return switch (name) {
      case "Ref" -> scope.ref(argument.asText());
      case "Fn::GetAtt" -> getAtt(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::Sub" -> Substitution.of(argument, scope, resolve);
      case "Fn::ImportValue" -> scope.imported(text(argument));
      case "Fn::Select" -> select(argument);
      case "Fn::Split" -> split(argument);
      case "Fn::If" ->
          resolve.apply(argument.get(conditions.holds(argument.get(0).asText()) ? 1 : 2));
      case "Fn::FindInMap" -> findInMap(argument);
      case "Fn::Base64" ->
          TextNode.valueOf(
              Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
      case "Fn::GetAZs" -> Json.array().add("us-east-1a").add("us-east-1b").add("us-east-1c");
      case "Fn::Cidr" -> cidr(argument);
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          com.fasterxml.jackson.databind.node.BooleanNode.valueOf(
              conditions.evaluate(Json.object().set(name, argument)));
      default ->
          throw new IllegalArgumentException(
              name + " does not run locally; write the value instead");
    };
  }

  boolean condition(String name) {
    return conditions.holds(name);
  }

  private JsonNode getAtt(JsonNode argument) {
    if (argument.isTextual()) {
      int dot = argument.asText().indexOf('.');
      return scope.attribute(
          argument.asText().substring(0, dot), argument.asText().substring(dot + 1));
    }
    return scope.attribute(argument.get(0).asText(), text(argument.get(1)));
  }

  private JsonNode join(JsonNode argument) {
    List<String> parts = new ArrayList<>();
    resolve.apply(argument.get(1)).forEach(part -> parts.add(part.asText()));
    return TextNode.valueOf(String.join(argument.get(0).asText(), parts));
  }

  private JsonNode select(JsonNode argument) {
    int index = Integer.parseInt(text(argument.get(0)));
    JsonNode list = resolve.apply(argument.get(1));
    if (index >= list.size()) {
      throw new IllegalArgumentException(
          "Fn::Select asks for item " + index + " of " + list.size() + ": " + argument);
    }
    return list.get(index);
  }

  private JsonNode split(JsonNode argument) {
    ArrayNode parts = Json.array();
    String separator = Pattern.quote(argument.get(0).asText());
    for (String part : text(argument.get(1)).split(separator, -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode findInMap(JsonNode argument) {
    JsonNode value =
        scope
            .template()
            .path("Mappings")
            .path(text(argument.get(0)))
            .path(text(argument.get(1)))
            .path(text(argument.get(2)));
    if (value.isMissingNode()) {
      throw new IllegalArgumentException("Fn::FindInMap finds nothing at " + argument);
    }
    return value;
  }

  /** Networks are not run locally; some addresses of the right number will do. */
  private JsonNode cidr(JsonNode argument) {
    ArrayNode blocks = Json.array();
    int count = Integer.parseInt(text(argument.get(1)));
    for (int i = 0; i < count; i++) {
      blocks.add("10.0." + i + ".0/24");
    }
    return blocks;
  }

  private String text(JsonNode argument) {
    return resolve.apply(argument).asText();
  }
}
