package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyDocument;
import dev.sluice.local.iam.policy.PolicyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies of buckets, topics, queues, functions, secrets and keys. Thread-safe. */
final class ResourcePolicies {
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private final Map<String, Policy> policies = new ConcurrentHashMap<>();

  /** Adds the statements of a document to the policy of a resource. */
  synchronized void add(String arn, PolicyKind kind, JsonNode document) {
    ObjectNode whole = documents.computeIfAbsent(arn, any -> empty(document));
    ArrayNode statements = (ArrayNode) whole.get("Statement");
    JsonNode more = document.path("Statement");
    if (more.isArray()) {
      more.forEach(statements::add);
    } else {
      statements.add(more);
    }
    policies.put(arn, new Policy(arn, kind, PolicyDocument.parse(whole)));
  }

  private static ObjectNode empty(JsonNode document) {
    ObjectNode whole = Json.object();
    whole.put("Version", document.path("Version").asText("2012-10-17"));
    whole.putArray("Statement");
    return whole;
  }

  /** The policy that speaks of a resource: of an object its bucket's. */
  Optional<Policy> of(String arn) {
    return Optional.ofNullable(policies.get(LocalAws.bucketOf(arn)));
  }
}
