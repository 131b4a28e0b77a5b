package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.time.Instant;

/**
 * What never changes about an execution: the first line of its journal, but for the input.
 *
 * @param versionArn the version of the machine that it was started with, or null
 * @param aliasArn the alias that led to it, or null
 */
public record Header(
    String arn,
    String name,
    String machineArn,
    String machineName,
    String roleArn,
    String definition,
    Instant started,
    String versionArn,
    String aliasArn) {
  /** True where an execution was started with that machine, version or alias. */
  boolean startedWith(String target) {
    return target.equals(machineArn) || target.equals(versionArn) || target.equals(aliasArn);
  }

  /** Adds the version and alias as far as there are any. */
  void putQualifiers(ObjectNode description) {
    if (versionArn != null) {
      description.put("stateMachineVersionArn", versionArn);
    }
    if (aliasArn != null) {
      description.put("stateMachineAliasArn", aliasArn);
    }
  }

  ObjectNode toJson(String input) {
    ObjectNode start = Json.object();
    start.put("arn", arn);
    start.put("name", name);
    start.put("machineArn", machineArn);
    start.put("machineName", machineName);
    start.put("roleArn", roleArn);
    start.put("definition", definition);
    start.put("started", started.toEpochMilli());
    start.put("version", versionArn);
    start.put("alias", aliasArn);
    start.put("input", input);
    ObjectNode line = Json.object();
    line.set("start", start);
    return line;
  }

  static Header of(JsonNode line) {
    JsonNode start = line.path("start");
    return new Header(
        Json.string(start, "arn"),
        Json.string(start, "name"),
        Json.string(start, "machineArn"),
        Json.string(start, "machineName"),
        Json.string(start, "roleArn"),
        Json.string(start, "definition"),
        Instant.ofEpochMilli(start.path("started").longValue()),
        Json.string(start, "version"),
        Json.string(start, "alias"));
  }

  static String input(JsonNode line) {
    return line.path("start").path("input").textValue();
  }
}
