package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.Map;

/** The details of events that several places write. */
public final class EventDetails {
  private EventDetails() {}

  static ObjectNode entered(String name, Payload input) {
    ObjectNode details = Json.object().put("name", name).put("input", input.text());
    details.set("inputDetails", whole());
    return details;
  }

  static ObjectNode exited(String name, Payload output, Map<String, JsonNode> assigned) {
    ObjectNode details = Json.object().put("name", name).put("output", output.text());
    details.set("outputDetails", whole());
    if (!assigned.isEmpty()) {
      ObjectNode variables = details.putObject("assignedVariables");
      assigned.forEach((variable, value) -> variables.put(variable, Json.text(value)));
      details.set("assignedVariablesDetails", whole());
    }
    return details;
  }

  /** Adds error and cause as far as there are any. */
  public static ObjectNode error(ObjectNode details, StateError error) {
    if (error.error() != null) {
      details.put("error", error.error());
    }
    if (error.cause() != null) {
      details.put("cause", error.cause());
    }
    return details;
  }

  static ObjectNode whole() {
    return Json.object().put("truncated", false);
  }
}
