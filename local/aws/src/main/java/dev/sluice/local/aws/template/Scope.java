package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.aws.account.LocalAws;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names mean inside one stack. */
final class Scope {
  private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:([^}]*)}}");

  private final Assembly.Stack stack;
  private final Map<String, JsonNode> exports;
  private final DynamicReferences references;
  private final Map<String, Deployed> deployed = new LinkedHashMap<>();

  Scope(Assembly.Stack stack, Map<String, JsonNode> exports, DynamicReferences references) {
    this.stack = stack;
    this.exports = exports;
    this.references = references;
  }

  JsonNode template() {
    return stack.template();
  }

  void add(String logicalId, Deployed resource) {
    deployed.put(logicalId, resource);
  }

  /** Null for AWS::NoValue. */
  JsonNode ref(String name) {
    switch (name) {
      case "AWS::NoValue":
        return null;
      case "AWS::Region":
        return TextNode.valueOf(LocalAws.REGION);
      case "AWS::AccountId":
        return TextNode.valueOf(LocalAws.ACCOUNT);
      case "AWS::Partition":
        return TextNode.valueOf(LocalAws.PARTITION);
      case "AWS::URLSuffix":
        return TextNode.valueOf("amazonaws.com");
      case "AWS::StackName":
        return TextNode.valueOf(stack.name());
      case "AWS::StackId":
        return TextNode.valueOf(LocalAws.arn("cloudformation", "stack/" + stack.name() + "/local"));
      default:
    }
    Deployed resource = deployed.get(name);
    if (resource != null) {
      return TextNode.valueOf(resource.ref());
    }
    JsonNode parameter = stack.template().path("Parameters").path(name);
    if (!parameter.isMissingNode()) {
      return parameter(name, parameter);
    }
    throw new IllegalArgumentException("the template has no resource or parameter " + name);
  }

  private JsonNode parameter(String name, JsonNode parameter) {
    if (parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")) {
      // CDK's check of the bootstrap stack; nothing is bootstrapped locally.
      return name.equals("BootstrapVersion")
          ? TextNode.valueOf("99")
          : TextNode.valueOf(references.resolve("ssm:" + parameter.path("Default").asText()));
    }
    JsonNode value = parameter.get("Default");
    if (value == null) {
      throw new IllegalArgumentException(
          "parameter " + name + " has no default, and local deployments take no parameters");
    }
    return value;
  }

  JsonNode attribute(String logicalId, String attribute) {
    Deployed resource = deployed.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException("the template has no resource " + logicalId);
    }
    JsonNode value = resource.attributes().get(attribute);
    if (value == null) {
      throw new IllegalArgumentException(
          "resource "
              + logicalId
              + " has no attribute "
              + attribute
              + " locally; it has "
              + resource.attributes().keySet());
    }
    return value;
  }

  JsonNode imported(String name) {
    JsonNode value = exports.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no stack deployed before " + stack.name() + " exports " + name);
    }
    return value;
  }

  /** Replaces {@code {{resolve:…}}} in a text. */
  JsonNode dynamic(JsonNode node) {
    if (!node.isTextual() || !node.asText().contains("{{resolve:")) {
      return node;
    }
    Matcher matcher = DYNAMIC.matcher(node.asText());
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(references.resolve(matcher.group(1))));
    }
    return TextNode.valueOf(matcher.appendTail(out).toString());
  }
}
