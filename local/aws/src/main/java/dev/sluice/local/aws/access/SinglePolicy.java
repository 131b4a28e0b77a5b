package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyDocument;
import dev.sluice.local.iam.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A role's policy taken apart into statements of one action and one resource each, so that each can
 * be counted. It allows and denies what the whole does.
 *
 * @param grants by the statements' indexes; null for a statement that denies or that says all but
 *     something
 */
record SinglePolicy(Policy policy, List<Grant> grants) {
  static SinglePolicy of(String role, String name, JsonNode document) {
    // Names what is wrong by its place in the document as written.
    PolicyDocument.parse(document);
    ArrayNode single = Json.array();
    List<Grant> grants = new ArrayList<>();
    int index = -1;
    for (JsonNode statement : listed(document.path("Statement"))) {
      index++;
      if (!statement.path("Effect").asText().equals("Allow")
          || !statement.has("Action")
          || !statement.has("Resource")) {
        single.add(unnamed(statement));
        grants.add(null);
        continue;
      }
      String condition = statement.has("Condition") ? Json.text(statement.get("Condition")) : "";
      for (JsonNode action : listed(statement.get("Action"))) {
        for (JsonNode resource : listed(statement.get("Resource"))) {
          ObjectNode one = unnamed(statement);
          one.set("Action", action);
          one.set("Resource", resource);
          single.add(one);
          grants.add(new Grant(role, name, index, action.asText(), resource.asText(), condition));
        }
      }
    }
    ObjectNode taken = Json.object();
    taken.put("Version", document.path("Version").asText("2012-10-17"));
    taken.set("Statement", single);
    Policy policy = new Policy(name, PolicyKind.IDENTITY, PolicyDocument.parse(taken));
    return new SinglePolicy(policy, grants);
  }

  /** A Sid must stand once only. */
  private static ObjectNode unnamed(JsonNode statement) {
    ObjectNode copy = statement.deepCopy();
    copy.remove("Sid");
    return copy;
  }

  private static Iterable<JsonNode> listed(JsonNode node) {
    return node.isArray() ? node : List.of(node);
  }
}
