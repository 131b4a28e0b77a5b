package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * A name that leads to one or two versions of a machine.
 *
 * @param description or null
 */
record Alias(
    String arn,
    String name,
    String description,
    List<Route> routes,
    Instant created,
    Instant updated) {
  Alias {
    routes = List.copyOf(routes);
  }

  /**
   * A version with its share of the executions.
   *
   * @param weight in percent
   */
  record Route(String versionArn, int weight) {}

  ObjectNode item() {
    return Json.object()
        .put("stateMachineAliasArn", arn)
        .put("creationDate", Json.seconds(created));
  }

  ObjectNode describe() {
    ObjectNode answer = item().put("name", name).put("updateDate", Json.seconds(updated));
    if (description != null) {
      answer.put("description", description);
    }
    ArrayNode routing = answer.putArray("routingConfiguration");
    for (Route route : routes) {
      routing
          .addObject()
          .put("stateMachineVersionArn", route.versionArn())
          .put("weight", route.weight());
    }
    return answer;
  }
}
