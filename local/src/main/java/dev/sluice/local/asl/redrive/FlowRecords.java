package dev.sluice.local.asl.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.Json;
import dev.sluice.local.asl.run.FlowRecord;
import dev.sluice.local.asl.run.Payload;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Follows the events of all flows of an execution. */
final class FlowRecords {
  private final Map<String, FlowRecord> all = new HashMap<>();

  FlowRecord root() {
    return all.computeIfAbsent("", id -> new FlowRecord());
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
      flow.attempt = internal.path("a").intValue();
      flow.anew = false;
      flow.mapRun = null;
      flow.children.clear();
    }
    if (internal.has("anew")) {
      flow.anew = true;
    }
    String type = event.path("type").asText();
    if (type.endsWith("StateEntered")) {
      entered(flow, event, internal);
    } else if (type.endsWith("StateExited")) {
      exited(flow, event.path("stateExitedEventDetails"), internal);
    } else if (type.equals("MapRunStarted")) {
      flow.mapRun = event.path("mapRunStartedEventDetails").path("mapRunArn").textValue();
    }
  }

  private static void entered(FlowRecord flow, JsonNode event, JsonNode internal) {
    JsonNode details = event.path("stateEnteredEventDetails");
    flow.state = details.path("name").textValue();
    flow.input = payload(details, "input");
    flow.entered = Instant.ofEpochMilli(Math.round(event.path("timestamp").doubleValue() * 1000));
    flow.visit = internal.path("v").longValue();
    flow.exited = false;
    flow.next = null;
    flow.output = null;
    flow.attempt = 0;
    flow.mapRun = null;
    flow.anew = false;
    flow.children.clear();
  }

  private static void exited(FlowRecord flow, JsonNode details, JsonNode internal) {
    flow.exited = true;
    flow.next = Json.string(internal, "to");
    flow.output = payload(details, "output");
    flow.children.clear();
    details
        .path("assignedVariables")
        .properties()
        .forEach(v -> flow.variables.put(v.getKey(), Json.parse(v.getValue().textValue())));
  }

  private static Payload payload(JsonNode details, String field) {
    return new Payload(Json.parse(details.path(field).textValue()));
  }

  /** The flow of an id like {@code 3.0.1/2.0.0}: visit, attempt and index at each level. */
  private FlowRecord flow(String id) {
    if (id.isEmpty()) {
      return root();
    }
    int slash = id.lastIndexOf('/');
    FlowRecord outer = flow(slash < 0 ? "" : id.substring(0, slash));
    String[] parts = id.substring(slash + 1).split("\\.");
    boolean current =
        Long.parseLong(parts[0]) == outer.visit
            && Integer.parseInt(parts[1]) == outer.attempt
            && !outer.exited;
    // Events of an earlier try may come late; nothing goes on from them.
    return current
        ? outer.children.computeIfAbsent(Integer.valueOf(parts[2]), i -> new FlowRecord())
        : new FlowRecord();
  }
}
