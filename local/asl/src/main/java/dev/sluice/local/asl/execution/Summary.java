package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;
import java.time.Instant;

/**
 * Where an execution stands. Noted in the journal beside the event that ends it.
 *
 * @param stopped null while it runs
 * @param redriven when it was last redriven, or null
 * @param clientToken of the last redrive, or null
 * @param events how many events its history has; of an execution that runs, when it was begun
 */
public record Summary(
    Status status,
    Instant stopped,
    int redriveCount,
    Instant redriven,
    String clientToken,
    long events) {
  static final Summary STARTED = new Summary(Status.RUNNING, null, 0, null, null, 0);

  Summary ended(Status end, Instant at, long lastEvent) {
    return new Summary(end, at, redriveCount, redriven, clientToken, lastEvent);
  }

  Summary redriven(Instant at, String token) {
    return new Summary(Status.RUNNING, null, redriveCount + 1, at, token, events);
  }

  ObjectNode toJson() {
    ObjectNode node = Json.object();
    node.put("status", status.name());
    if (stopped != null) {
      node.put("stopped", stopped.toEpochMilli());
    }
    node.put("redriveCount", redriveCount);
    if (redriven != null) {
      node.put("redriven", redriven.toEpochMilli());
    }
    node.put("clientToken", clientToken);
    return node;
  }

  static Summary of(JsonNode node, long events) {
    return new Summary(
        Status.valueOf(node.path("status").textValue()),
        instant(node, "stopped"),
        node.path("redriveCount").intValue(),
        instant(node, "redriven"),
        Json.string(node, "clientToken"),
        events);
  }

  private static Instant instant(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? null : Instant.ofEpochMilli(value.longValue());
  }
}
