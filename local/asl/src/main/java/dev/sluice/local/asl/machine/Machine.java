package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.base.json.Json;
import java.time.Instant;

/**
 * A state machine as it was created or last updated.
 *
 * @param express whether it is EXPRESS, else STANDARD
 * @param digest names the definition on disk
 * @param revision changes with every update; null before the first one
 */
public record Machine(
    String arn,
    String name,
    boolean express,
    String roleArn,
    String definition,
    String digest,
    StateMachine parsed,
    Instant created,
    Instant updated,
    String revision) {

  /** As the API names it. */
  public String type() {
    return express ? "EXPRESS" : "STANDARD";
  }

  /** What PublishStateMachineVersion calls the current state of the machine. */
  String revisionOrInitial() {
    return revision == null ? "INITIAL" : revision;
  }

  /** Name, definition and role, as every description of a machine has them. */
  public ObjectNode describe(boolean data) {
    ObjectNode answer = Json.object().put("stateMachineArn", arn).put("name", name);
    if (data) {
      answer.put("definition", definition);
    }
    answer.put("roleArn", roleArn);
    answer.putObject("loggingConfiguration").put("level", "OFF").put("includeExecutionData", false);
    answer.putObject("tracingConfiguration").put("enabled", false);
    if (revision != null) {
      answer.put("revisionId", revision);
    }
    return answer;
  }
}
