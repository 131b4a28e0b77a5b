package dev.sluice.local.asl.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.FlowRecord;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Follows the events of all flows of an execution. */
final class FlowRecords {
  private final FlowRecord root = new FlowRecord();

  FlowRecord root() {
    return root;
  }

  /**
   * Reads one line.
   *
   * @param id the flow
   * @param event the history event, if there is one
   * @param internal what was noted beside it, if anything
   */
  void read(String id, JsonNode event, JsonNode internal) {
    FlowRecord flow = flow(id);
    if (internal.has("a")) {
      flow.begin(internal.path("a").intValue());
    }
    if (internal.has("anew")) {
      flow.anew();
    }
    String type = event.path("type").asText();
    if (type.endsWith("StateEntered")) {
      entered(flow, event, internal);
    } else if (type.endsWith("StateExited")) {
      exited(flow, event.path("stateExitedEventDetails"), internal);
    } else if (type.equals("MapRunStarted")) {
      flow.mapRun(event.path("mapRunStartedEventDetails").path("mapRunArn").textValue());
    }
  }

  private static void entered(FlowRecord flow, JsonNode event, JsonNode internal) {
    JsonNode details = event.path("stateEnteredEventDetails");
    flow.enter(
        details.path("name").textValue(),
        payload(details, "input"),
        Instant.ofEpochMilli(Math.round(event.path("timestamp").doubleValue() * 1000)),
        event.path("id").longValue(),
        internal.path("v").longValue());
  }

  private static void exited(FlowRecord flow, JsonNode details, JsonNode internal) {
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    details
        .path("assignedVariables")
        .properties()
        .forEach(v -> assigned.put(v.getKey(), Json.parse(v.getValue().textValue())));
    flow.exit(payload(details, "output"), assigned, Json.string(internal, "to"));
  }

  private static Payload payload(JsonNode details, String field) {
    return new Payload(Json.parse(details.path(field).textValue()));
  }

  /** The flow of an id like {@code 3.0.1/2.0.0}: visit, attempt and index at each level. */
  private FlowRecord flow(String id) {
    if (id.isEmpty()) {
      return root;
    }
    int slash = id.lastIndexOf('/');
    FlowRecord outer = flow(slash < 0 ? "" : id.substring(0, slash));
    String[] parts = id.substring(slash + 1).split("\\.");
    // Events of an earlier attempt may come late; nothing goes on from them.
    return outer.isIn(Long.parseLong(parts[0]), Integer.parseInt(parts[1]))
        ? outer.childOrNew(Integer.parseInt(parts[2]))
        : new FlowRecord();
  }
}
