package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders a stack's resources so that each follows those that it refers to. */
final class DeploymentOrder {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}.]+)[^}]*}");

  private final JsonNode resources;
  private final Set<String> order = new LinkedHashSet<>();

  private DeploymentOrder(JsonNode resources) {
    this.resources = resources;
  }

  /**
   * Logical ids in the order of deployment, otherwise as in the template.
   *
   * @throws IllegalArgumentException if resources refer to each other in a circle
   */
  static List<String> of(JsonNode resources) {
    DeploymentOrder ordering = new DeploymentOrder(resources);
    resources
        .fieldNames()
        .forEachRemaining(logicalId -> ordering.visit(logicalId, new LinkedHashSet<>()));
    return new ArrayList<>(ordering.order);
  }

  private void visit(String logicalId, Set<String> path) {
    if (order.contains(logicalId)) {
      return;
    }
    if (!path.add(logicalId)) {
      throw new IllegalArgumentException("resources refer to each other in a circle: " + path);
    }
    JsonNode resource = resources.path(logicalId);
    Set<String> named = new LinkedHashSet<>();
    collect(resource.path("Properties"), named);
    JsonNode dependsOn = resource.path("DependsOn");
    if (dependsOn.isTextual()) {
      named.add(dependsOn.asText());
    }
    dependsOn.forEach(name -> named.add(name.asText()));
    for (String name : named) {
      if (resources.has(name)) {
        visit(name, path);
      }
    }
    path.remove(logicalId);
    order.add(logicalId);
  }

  private static void collect(JsonNode node, Set<String> named) {
    if (node.isArray()) {
      node.forEach(item -> collect(item, named));
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "Ref" -> named.add(value.asText());
        case "Fn::GetAtt" ->
            named.add(value.isArray() ? value.get(0).asText() : value.asText().split("\\.")[0]);
        case "Fn::Sub" -> {
          Matcher matcher =
              VARIABLE.matcher(value.isArray() ? value.get(0).asText() : value.asText());
          while (matcher.find()) {
            named.add(matcher.group(1));
          }
          collect(value, named);
        }
        default -> collect(value, named);
      }
    }
  }
}
