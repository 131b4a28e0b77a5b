package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Aliases of machines. Safe for use by several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html">AWS,
 *     State machine aliases</a>
 */
public final class Aliases {
  private static final String NAME = "^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$";
  private final Versions versions;
  private final Clock clock;
  private final Map<String, Alias> byArn = new TreeMap<>();

  Aliases(Versions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** CreateStateMachineAlias; the same request again is fine. */
  public synchronized ObjectNode create(JsonNode request) {
    String name = name(request);
    List<Alias.Route> routes = Routing.of(request, versions);
    String machine = versions.find(routes.get(0).versionArn()).machine().arn();
    String arn = machine + ":" + name;
    String description = Json.string(request, "description");
    Alias old = byArn.get(arn);
    if (old == null) {
      Instant now = clock.instant();
      old = new Alias(arn, name, description, routes, now, now);
      byArn.put(arn, old);
    } else if (!old.routes().equals(routes) || !Objects.equals(old.description(), description)) {
      throw new AslException(
          "ConflictException",
          "Failed to create alias because an alias with the same name and a different routing"
              + " configuration already exists.");
    }
    return old.item();
  }

  private static String name(JsonNode request) {
    String name = Json.string(request, "name");
    if (name == null || name.isEmpty()) {
      throw Validation.missing("name");
    }
    if (name.length() > 80) {
      throw Validation.constraint(name, "name", "Member must have length less than or equal to 80");
    }
    if (!name.matches(NAME)) {
      throw Validation.constraint(
          name, "name", "Member must satisfy regular expression pattern: " + NAME);
    }
    return name;
  }

  /** DescribeStateMachineAlias. */
  public synchronized ObjectNode describe(JsonNode request) {
    return require(request).describe();
  }

  /** UpdateStateMachineAlias. */
  public synchronized ObjectNode update(JsonNode request) {
    Alias old = require(request);
    boolean routed = request.hasNonNull("routingConfiguration");
    if (!routed && !request.hasNonNull("description")) {
      throw new AslException(
          "ValidationException",
          "Either the description or the routing configuration must be specified");
    }
    Instant now = clock.instant();
    Alias changed =
        new Alias(
            old.arn(),
            old.name(),
            request.hasNonNull("description")
                ? Json.string(request, "description")
                : old.description(),
            routed ? Routing.of(request, versions) : old.routes(),
            old.created(),
            now);
    byArn.put(old.arn(), changed);
    return Json.object().put("updateDate", Json.seconds(now));
  }

  /** DeleteStateMachineAlias; deleting what does not exist is fine. */
  public synchronized ObjectNode delete(JsonNode request) {
    byArn.remove(Arns.require(request, "stateMachineAliasArn", "stateMachine"));
    return Json.object();
  }

  /** ListStateMachineAliases, of a machine or of one version. */
  public synchronized ObjectNode list(JsonNode request) {
    String arn = Arns.require(request, "stateMachineArn", "stateMachine");
    List<Alias> all =
        byArn.values().stream()
            .filter(alias -> alias.arn().startsWith(arn + ":") || leads(alias, arn))
            .toList();
    Function<Alias, ObjectNode> shape = Alias::item;
    return Page.of(request, "stateMachineAliases", all, shape);
  }

  private Alias require(JsonNode request) {
    Alias alias = byArn.get(Arns.require(request, "stateMachineAliasArn", "stateMachine"));
    if (alias == null) {
      throw new AslException(
          "ResourceNotFound", "Request references a resource that does not exist.");
    }
    return alias;
  }

  /** The version that an execution of the alias gets, drawn by weight; null where there is none. */
  synchronized Version route(String arn) {
    Alias alias = arn == null ? null : byArn.get(arn);
    if (alias == null) {
      return null;
    }
    int drawn = ThreadLocalRandom.current().nextInt(100);
    Alias.Route first = alias.routes().get(0);
    boolean second = drawn >= first.weight() && alias.routes().size() > 1;
    return versions.find(second ? alias.routes().get(1).versionArn() : first.versionArn());
  }

  /** The names of the aliases that lead to a version. */
  synchronized List<String> leadingTo(String versionArn) {
    return byArn.values().stream()
        .filter(alias -> leads(alias, versionArn))
        .map(Alias::name)
        .toList();
  }

  private static boolean leads(Alias alias, String versionArn) {
    return alias.routes().stream().anyMatch(route -> route.versionArn().equals(versionArn));
  }

  synchronized void forget(String machineArn) {
    byArn.keySet().removeIf(arn -> arn.startsWith(machineArn + ":"));
  }
}
