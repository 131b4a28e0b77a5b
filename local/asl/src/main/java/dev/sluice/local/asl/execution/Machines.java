package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.definition.Finding;
import dev.sluice.local.asl.definition.InvalidDefinition;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The state machines that exist now. Safe for use by several threads. */
public final class Machines {
  private final World world;
  private final Definitions definitions;
  private final Map<String, Machine> byArn = new ConcurrentSkipListMap<>();

  public Machines(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  /** Creates a machine or updates the one of that name (or of that ARN). */
  public ObjectNode createOrUpdate(JsonNode request) {
    String arn = Json.string(request, "stateMachineArn");
    Machine old = arn == null ? null : require(arn);
    String name = old != null ? old.name() : Json.string(request, "name");
    Names.check(name);
    if ("EXPRESS".equals(Json.string(request, "type"))) {
      throw new AslException(
          "ValidationException",
          "The local engine runs STANDARD state machines; EXPRESS is for the children of"
              + " distributed maps.");
    }
    String newArn = arn(name);
    old = byArn.get(newArn);
    CreationRules.check(request);
    String text = Json.string(request, "definition");
    if (text == null && old != null) {
      text = old.definition();
    }
    StateMachine parsed = parse(text == null ? "" : text);
    String role = Json.string(request, "roleArn");
    Instant now = world.clock().instant();
    Machine machine =
        new Machine(
            newArn,
            name,
            role == null && old != null ? old.roleArn() : role,
            text,
            definitions.keep(text, parsed),
            parsed,
            old == null ? now : old.created(),
            now);
    byArn.put(newArn, machine);
    ObjectNode answer = Json.object().put("stateMachineArn", newArn);
    answer.put("creationDate", Json.seconds(machine.created()));
    return answer.put("updateDate", Json.seconds(now));
  }

  /**
   * @throws AslException StateMachineAlreadyExists where there is another one of that name
   */
  public ObjectNode create(JsonNode request) {
    String name = Json.string(request, "name");
    Names.check(name);
    Machine old = byArn.get(arn(name));
    if (old != null && !old.definition().equals(Json.string(request, "definition"))) {
      throw new AslException(
          "StateMachineAlreadyExists", "State Machine Already Exists: '" + old.arn() + "'");
    }
    return createOrUpdate(request).without("updateDate");
  }

  /**
   * @throws AslException StateMachineDoesNotExist
   */
  public ObjectNode update(JsonNode request) {
    require(Json.string(request, "stateMachineArn"));
    return createOrUpdate(request).without(List.of("stateMachineArn", "creationDate"));
  }

  private String arn(String name) {
    return "arn:aws:states:" + world.region() + ":" + world.account() + ":stateMachine:" + name;
  }

  private StateMachine parse(String text) {
    try {
      return StateMachine.parse(text, new Integrations(world));
    } catch (InvalidDefinition e) {
      throw new AslException("InvalidDefinition", e.getMessage());
    }
  }

  public ObjectNode validate(JsonNode request) {
    ObjectNode answer = Json.object().put("result", "OK");
    ArrayNode diagnostics = answer.putArray("diagnostics");
    answer.put("truncated", false);
    try {
      StateMachine.parse(
          String.valueOf(Json.string(request, "definition")), new Integrations(world));
    } catch (InvalidDefinition e) {
      answer.put("result", "FAIL");
      for (Finding finding : e.findings()) {
        ObjectNode diagnostic = diagnostics.addObject().put("severity", "ERROR");
        diagnostic.put("code", finding.code()).put("message", finding.problem());
        if (finding.path() != null) {
          diagnostic.put("location", finding.path());
        }
      }
    }
    return answer;
  }

  /**
   * @throws AslException StateMachineDoesNotExist
   */
  public Machine require(String arn) {
    Machine machine = arn == null ? null : byArn.get(arn);
    if (machine == null) {
      throw new AslException(
          "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }
    return machine;
  }

  public ObjectNode describe(JsonNode request) {
    Machine machine = require(Json.string(request, "stateMachineArn"));
    ObjectNode answer = Json.object().put("stateMachineArn", machine.arn());
    answer.put("name", machine.name()).put("status", "ACTIVE");
    answer.put("definition", machine.definition()).put("roleArn", machine.roleArn());
    answer.put("type", "STANDARD").put("creationDate", Json.seconds(machine.created()));
    answer.putObject("loggingConfiguration").put("level", "OFF");
    answer.putObject("tracingConfiguration").put("enabled", false);
    return answer;
  }

  public ObjectNode list() {
    ObjectNode answer = Json.object();
    ArrayNode all = answer.putArray("stateMachines");
    for (Machine machine : byArn.values()) {
      ObjectNode item = all.addObject().put("stateMachineArn", machine.arn());
      item.put("name", machine.name()).put("type", "STANDARD");
      item.put("creationDate", Json.seconds(machine.created()));
    }
    return answer;
  }

  /** Deleting what does not exist is fine, as it is for AWS. */
  public ObjectNode delete(JsonNode request) {
    String arn = Json.string(request, "stateMachineArn");
    if (arn != null) {
      byArn.remove(arn);
    }
    return Json.object();
  }
}
