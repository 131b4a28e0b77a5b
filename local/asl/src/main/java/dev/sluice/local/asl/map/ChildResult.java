package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A child with its metadata, as AWS's result files show it. */
final class ChildResult {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ChildResult() {}

  static ObjectNode of(MapRunState state, int child) {
    ChildTable table = state.table();
    Status status = table.status(child);
    JsonNode end = state.end(child);
    ObjectNode result = Json.object();
    if (end.has("cause")) {
      result.set("Cause", end.get("cause"));
    }
    if (end.has("error")) {
      result.set("Error", end.get("error"));
    }
    String name = table.name(child);
    result.put("ExecutionArn", state.header().childArn(name));
    result.put("Input", state.items().input(child).text());
    result.putObject("InputDetails").put("Included", true);
    result.put("Name", name);
    if (end.has("output")) {
      result.set("Output", end.get("output"));
      result.putObject("OutputDetails").put("Included", true);
    }
    if (status == Status.PENDING) {
      return result.put("Status", status.name());
    }
    result.put("RedriveCount", table.redrives(child));
    if (status == Status.SUCCEEDED) {
      result.put("RedriveStatus", "NOT_REDRIVABLE");
      result.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    } else {
      result.put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
    }
    result.put("StartDate", time(table.started(child)));
    result.put("StateMachineArn", state.header().childMachineArn());
    result.put("Status", status.name());
    result.put("StopDate", time(table.stopped(child)));
    return result;
  }

  private static String time(long millis) {
    return MILLIS.format(Instant.ofEpochMilli(millis));
  }
}
