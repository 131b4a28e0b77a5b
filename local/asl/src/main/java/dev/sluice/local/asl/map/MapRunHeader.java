package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.time.Instant;

/**
 * What never changes about a map run: the first line of its children's journal.
 *
 * @param executionArn the execution (perhaps a child itself) that the map run belongs to
 * @param source what Map.Item.Source says of every item
 */
public record MapRunHeader(
    String arn,
    String uuid,
    String label,
    String executionArn,
    String machineArn,
    String machineName,
    String roleArn,
    boolean express,
    String source,
    Instant started) {
  /** The machine that children show as theirs. */
  String childMachineArn() {
    return machineArn + "/" + label;
  }

  /** The execution ARN of the child of that name. */
  String childArn(String name) {
    return childMachineArn().replace(":stateMachine:", ":execution:") + ":" + name;
  }

  ObjectNode toJson() {
    ObjectNode run = Json.object();
    run.put("arn", arn);
    run.put("uuid", uuid);
    run.put("label", label);
    run.put("executionArn", executionArn);
    run.put("machineArn", machineArn);
    run.put("machineName", machineName);
    run.put("roleArn", roleArn);
    run.put("express", express);
    run.put("source", source);
    run.put("started", started.toEpochMilli());
    ObjectNode line = Json.object();
    line.set("run", run);
    return line;
  }

  static MapRunHeader of(JsonNode line) {
    JsonNode run = line.path("run");
    return new MapRunHeader(
        Json.string(run, "arn"),
        Json.string(run, "uuid"),
        Json.string(run, "label"),
        Json.string(run, "executionArn"),
        Json.string(run, "machineArn"),
        Json.string(run, "machineName"),
        Json.string(run, "roleArn"),
        run.path("express").booleanValue(),
        Json.string(run, "source"),
        Instant.ofEpochMilli(run.path("started").longValue()));
  }
}
