package dev.sluice.local.aws.services.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.ArrayList;
import java.util.List;

/**
 * What Systems Manager's operations on parameters need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html">AWS</a>
 */
final class SsmAccess implements AccessRules<ObjectNode> {
  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String action = "ssm:" + operation;
    List<Access> needed = new ArrayList<>();
    for (JsonNode name : input.path("Names")) {
      needed.add(on(action, name.asText()));
    }
    for (String field : List.of("Name", "Path")) {
      if (input.hasNonNull(field)) {
        needed.add(on(action, input.get(field).asText()));
      }
    }
    return needed.isEmpty() ? List.of(Access.to(action, "*")) : needed;
  }

  private static Access on(String action, String name) {
    String path = name.startsWith("/") ? name.substring(1) : name;
    return Access.to(action, LocalAws.arn("ssm", "parameter/" + path));
  }
}
