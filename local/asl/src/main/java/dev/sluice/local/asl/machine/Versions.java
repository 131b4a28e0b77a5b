package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Versions of machines. Safe for use by several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html">AWS,
 *     State machine versions</a>
 */
public final class Versions {
  private final Machines machines;
  private final Clock clock;
  private final Map<String, List<Version>> byMachine = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Versions(Machines machines, Clock clock) {
    this.machines = machines;
    this.clock = clock;
  }

  /** PublishStateMachineVersion. */
  public ObjectNode publish(JsonNode request) {
    Machine machine = machines.require(Arns.require(request, "stateMachineArn", "stateMachine"));
    String revision = Json.string(request, "revisionId");
    if (revision != null && !revision.equals(machine.revisionOrInitial())) {
      throw new AslException(
          "ConflictException",
          "Failed to publish the State Machine version for revision "
              + revision
              + ". The current State Machine revision is "
              + machine.revisionOrInitial()
              + ".");
    }
    return publish(machine, Json.string(request, "description")).toJson();
  }

  /** A revision is published once: again, it is the same version. */
  synchronized Version publish(Machine machine, String description) {
    List<Version> all = byMachine.computeIfAbsent(machine.arn(), arn -> new ArrayList<>());
    Version last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && last.machine().revisionOrInitial().equals(machine.revisionOrInitial())) {
      return last;
    }
    // Numbers are never given twice, whatever was deleted.
    int number = numbers.merge(machine.arn(), 1, Integer::sum);
    Version version =
        new Version(machine.arn() + ":" + number, machine, description, clock.instant());
    all.add(version);
    return version;
  }

  /** The version of that ARN, or null. */
  synchronized Version find(String arn) {
    int colon = arn == null ? -1 : arn.lastIndexOf(':');
    return colon < 0
        ? null
        : byMachine.getOrDefault(arn.substring(0, colon), List.of()).stream()
            .filter(version -> version.arn().equals(arn))
            .findFirst()
            .orElse(null);
  }

  /** ListStateMachineVersions: the latest first. */
  public synchronized ObjectNode list(JsonNode request) {
    Machine machine = machines.require(Arns.require(request, "stateMachineArn", "stateMachine"));
    List<Version> all = new ArrayList<>(byMachine.getOrDefault(machine.arn(), List.of()));
    Collections.reverse(all);
    return Page.of(request, "stateMachineVersions", all, Version::toJson);
  }

  /**
   * DeleteStateMachineVersion; deleting what does not exist is fine.
   *
   * @throws AslException ConflictException where an alias leads to it
   */
  public synchronized ObjectNode delete(JsonNode request) {
    String arn = Arns.require(request, "stateMachineVersionArn", "stateMachine");
    List<String> names = machines.aliases().leadingTo(arn);
    if (!names.isEmpty()) {
      throw new AslException(
          "ConflictException",
          "Version to be deleted must not be referenced by an alias. Current list of aliases"
              + " referencing this version: "
              + names);
    }
    byMachine.values().forEach(all -> all.removeIf(version -> version.arn().equals(arn)));
    return Json.object();
  }

  synchronized void forget(String machineArn) {
    byMachine.remove(machineArn);
    numbers.remove(machineArn);
  }
}
