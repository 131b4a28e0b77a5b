package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Names;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** The state machines that exist now. Safe for use by several threads. */
public final class Machines {
  private final World world;
  private final Definitions definitions;
  private final DefinitionCheck check;
  private final Versions versions;
  private final Aliases aliases;
  private final Tags tags;
  private final Map<String, Machine> byArn = new ConcurrentSkipListMap<>();

  public Machines(World world, Definitions definitions, DefinitionCheck check, Tags tags) {
    this.world = world;
    this.definitions = definitions;
    this.check = check;
    this.tags = tags;
    this.versions = new Versions(this, world.clock());
    this.aliases = new Aliases(versions, world.clock());
  }

  public Versions versions() {
    return versions;
  }

  public Aliases aliases() {
    return aliases;
  }

  /** Creates a machine or updates the one of that name (or of that ARN). */
  public synchronized ObjectNode createOrUpdate(JsonNode request) {
    String arn = Json.string(request, "stateMachineArn");
    String name = arn == null ? Json.string(request, "name") : require(arn).name();
    Names.check(name);
    CreationRules.check(request);
    Machine old = byArn.get(arn(name));
    Machine machine = changed(old, name, request);
    byArn.put(machine.arn(), machine);
    tags.put(machine.arn(), request);
    ObjectNode answer = Json.object().put("stateMachineArn", machine.arn());
    answer.put("creationDate", Json.seconds(machine.created()));
    if (machine.revision() != null) {
      answer.put("revisionId", machine.revision());
    }
    if (request.path("publish").asBoolean()) {
      String description = Json.string(request, "versionDescription");
      Version version = versions.publish(machine, description);
      answer.put("stateMachineVersionArn", version.arn());
    }
    return answer.put("updateDate", Json.seconds(machine.updated()));
  }

  private Machine changed(Machine old, String name, JsonNode request) {
    String type = Validation.oneOf(request, "type", "STANDARD", "EXPRESS");
    boolean express = old != null && type == null ? old.express() : "EXPRESS".equals(type);
    String given = Json.string(request, "definition");
    String text = given == null && old != null ? old.definition() : String.valueOf(given);
    var parsed = check.parse(given == null && old == null ? "" : text, express);
    String role = Json.string(request, "roleArn");
    if (role == null && old != null) {
      role = old.roleArn();
    }
    boolean same =
        old != null && old.definition().equals(text) && Objects.equals(old.roleArn(), role);
    Instant now = world.clock().instant();
    return new Machine(
        arn(name),
        name,
        express,
        role,
        text,
        definitions.keep(text, parsed),
        parsed,
        old == null ? now : old.created(),
        now,
        old == null ? null : same ? old.revision() : UUID.randomUUID().toString());
  }

  /**
   * Creates a machine; the same request again is fine, and changes nothing.
   *
   * @throws AslException StateMachineAlreadyExists where there is another one of that name,
   *     ValidationException where a field is missing
   */
  public synchronized ObjectNode create(JsonNode request) {
    CreationRules.complete(request);
    CreationRules.check(request);
    String name = Json.string(request, "name");
    Names.check(name);
    checkPublish(request);
    Machine old = byArn.get(arn(name));
    String type = Validation.oneOf(request, "type", "STANDARD", "EXPRESS");
    if (old != null
        && !(old.definition().equals(Json.string(request, "definition"))
            && old.express() == "EXPRESS".equals(type))) {
      throw new AslException(
          "StateMachineAlreadyExists", "State Machine Already Exists: '" + old.arn() + "'");
    }
    ObjectNode changes = request.deepCopy();
    if (old != null) {
      // AWS does not look at the role of a machine that is there already.
      changes.remove(List.of("roleArn", "tags"));
    }
    return createOrUpdate(changes).without(List.of("updateDate", "revisionId"));
  }

  /**
   * Updates what the request names.
   *
   * @throws AslException StateMachineDoesNotExist, or MissingRequiredParameter where it names
   *     nothing
   */
  public synchronized ObjectNode update(JsonNode request) {
    Machine machine = require(Arns.require(request, "stateMachineArn", "stateMachine"));
    checkPublish(request);
    if (!request.hasNonNull("definition")
        && !request.hasNonNull("roleArn")
        && !request.hasNonNull("loggingConfiguration")
        && !request.hasNonNull("tracingConfiguration")
        && !request.hasNonNull("encryptionConfiguration")
        && !request.path("publish").asBoolean()) {
      throw new AslException(
          "MissingRequiredParameter",
          "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration"
              + " or the EncryptionConfiguration must be specified");
    }
    ObjectNode change = request.deepCopy();
    change.put("stateMachineArn", machine.arn());
    return createOrUpdate(change.without(List.of("type", "tags")))
        .without(List.of("stateMachineArn", "creationDate"));
  }

  private static void checkPublish(JsonNode request) {
    if (request.hasNonNull("versionDescription") && !request.path("publish").asBoolean()) {
      throw new AslException(
          "ValidationException", "Version description can only be set when publish is true");
    }
  }

  private String arn(String name) {
    return "arn:aws:states:" + world.region() + ":" + world.account() + ":stateMachine:" + name;
  }

  /** Null where there is none. */
  Machine find(String arn) {
    return arn == null ? null : byArn.get(arn);
  }

  /**
   * @throws AslException StateMachineDoesNotExist
   */
  public Machine require(String arn) {
    Machine machine = find(arn);
    if (machine == null) {
      throw missing(arn);
    }
    return machine;
  }

  static AslException missing(String arn) {
    return new AslException(
        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
  }

  /**
   * What an execution of that ARN runs: a machine, a version or what an alias leads to now.
   *
   * @throws AslException StateMachineDoesNotExist
   */
  public Target target(String arn) {
    Machine machine = find(arn);
    if (machine != null) {
      return new Target(machine, null, null);
    }
    Version version = versions.find(arn);
    if (version != null) {
      return new Target(version.machine(), version.arn(), null);
    }
    Version routed = aliases.route(arn);
    if (routed == null) {
      throw missing(arn);
    }
    return new Target(routed.machine(), routed.arn(), arn);
  }

  /** Describes a machine or a version of one. */
  public ObjectNode describe(JsonNode request) {
    String arn = Arns.require(request, "stateMachineArn", "stateMachine");
    boolean data = Validation.wantsData(request);
    Version version = find(arn) != null ? null : versions.find(arn);
    Machine machine = version == null ? require(arn) : version.machine();
    ObjectNode answer = machine.describe(data).put("status", "ACTIVE").put("type", machine.type());
    if (version != null) {
      answer.put("stateMachineArn", arn).put("description", version.description());
      if (version.description() == null) {
        answer.remove("description");
      }
    }
    Instant created = version == null ? machine.created() : version.created();
    return answer.put("creationDate", Json.seconds(created));
  }

  public ObjectNode list(JsonNode request) {
    return Page.of(
        request,
        "stateMachines",
        List.copyOf(byArn.values()),
        machine ->
            Json.object()
                .put("stateMachineArn", machine.arn())
                .put("name", machine.name())
                .put("type", machine.type())
                .put("creationDate", Json.seconds(machine.created())));
  }

  /** Deleting what does not exist is fine, as it is for AWS. */
  public synchronized ObjectNode delete(JsonNode request) {
    String arn = Arns.require(request, "stateMachineArn", "stateMachine");
    byArn.remove(arn);
    aliases.forget(arn);
    versions.forget(arn);
    tags.forget(arn);
    return Json.object();
  }
}
