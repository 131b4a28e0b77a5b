package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;

/**
 * What EventBridge's operations need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html">AWS</a>
 */
final class EventsAccess implements AccessRules<ObjectNode> {
  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String resource =
        switch (operation) {
          case "PutEvents" -> LocalAws.arn("events", "event-bus/default");
          case "ListRules" -> LocalAws.arn("events", "rule/*");
          case "TestEventPattern" -> "*";
          default ->
              LocalAws.arn(
                  "events", "rule/" + input.path("Rule").asText(input.path("Name").asText()));
        };
    return List.of(Access.to("events:" + operation, resource));
  }
}
