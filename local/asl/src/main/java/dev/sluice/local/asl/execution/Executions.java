package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Names;
import dev.sluice.local.asl.machine.Definitions;
import dev.sluice.local.asl.machine.Machine;
import dev.sluice.local.asl.machine.Target;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** All executions, those of earlier processes included. Safe for use by several threads. */
public final class Executions {
  /** How long a stop may take. */
  static final Duration STOP = Duration.ofSeconds(30);

  private final Setting setting;
  private final Path directory;
  private final Map<String, Execution> byArn = new LinkedHashMap<>();
  private final List<Execution> interrupted = new ArrayList<>();

  public Executions(Setting setting, Path directory) {
    this.setting = setting;
    this.directory = directory;
    try {
      OwnerOnly.directories(directory);
      for (Path machine : sorted(directory)) {
        for (Path each : sorted(machine)) {
          load(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the executions in " + directory, e);
    }
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void load(Path place) {
    Execution execution = Execution.load(setting, place);
    if (execution != null) {
      byArn.put(execution.header().arn(), execution);
      if (execution.wasInterrupted()) {
        interrupted.add(execution);
      }
    }
  }

  /** Tells the listener of executions that the death of the last process ended; once. */
  public synchronized void announceInterrupted() {
    interrupted.forEach(Execution::tellInterrupted);
    interrupted.clear();
  }

  /** StartExecution of a STANDARD machine. */
  public ObjectNode start(Target target, JsonNode request) {
    Machine machine = target.machine();
    String given = Json.string(request, "name");
    String name = given == null ? UUID.randomUUID().toString() : given;
    Names.check(name);
    Payload input = input(Json.string(request, "input"));
    String arn = machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
    Execution execution;
    synchronized (this) {
      Execution old = byArn.get(arn);
      if (old != null) {
        return again(old, input);
      }
      Instant now = setting.world().clock().instant();
      Header header =
          new Header(
              arn,
              name,
              machine.arn(),
              machine.name(),
              machine.roleArn(),
              machine.digest(),
              Instant.ofEpochMilli(now.toEpochMilli()),
              target.versionArn(),
              target.aliasArn());
      execution = Execution.create(setting, place(machine, header), header, input);
      byArn.put(arn, execution);
    }
    execution.begin(input);
    return answer(execution);
  }

  private Path place(Machine machine, Header header) {
    // Names may differ in case only, which some file systems cannot tell apart.
    String id = header.started().toEpochMilli() + "-" + Definitions.digest(header.name());
    Path place = directory.resolve(machine.name()).resolve(id);
    try {
      OwnerOnly.directories(place);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + place, e);
    }
    return place;
  }

  /**
   * The input of an execution; without one, an empty object.
   *
   * @throws AslException InvalidExecutionInput
   */
  static Payload input(String text) {
    String input = text == null ? "{}" : text;
    try {
      Payload payload = new Payload(Json.parse(input));
      if (Payload.tooLarge(input)) {
        throw new AslException(
            "InvalidExecutionInput", "The input is larger than 262144 bytes: pass it through S3.");
      }
      return payload;
    } catch (IllegalArgumentException e) {
      throw new AslException(
          "InvalidExecutionInput", "Invalid State Machine Execution Input: " + e.getMessage());
    }
  }

  private static ObjectNode again(Execution old, Payload input) {
    boolean same = Json.parse(old.input()).equals(input.json());
    if (old.summary().status() == Status.RUNNING && same) {
      return answer(old);
    }
    throw new AslException(
        "ExecutionAlreadyExists", "Execution Already Exists: '" + old.header().arn() + "'");
  }

  private static ObjectNode answer(Execution execution) {
    return Json.object()
        .put("executionArn", execution.header().arn())
        .put("startDate", Json.seconds(execution.header().started()));
  }

  /** Null where there is none. */
  public synchronized Execution find(String arn) {
    return byArn.get(arn);
  }

  /**
   * @throws AslException ExecutionDoesNotExist
   */
  public Execution require(String arn) {
    Execution execution = find(arn);
    if (execution == null) {
      throw new AslException("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
    return execution;
  }

  /** Those of a machine, version or alias, or all where the ARN is null; the latest first. */
  public List<Execution> of(String target) {
    List<Execution> all;
    synchronized (this) {
      all = new ArrayList<>(byArn.values());
    }
    all.removeIf(e -> target != null && !e.header().startedWith(target));
    Comparator<Execution> byStart = Comparator.comparing(e -> e.header().started());
    Collections.reverse(all);
    all.sort(byStart.reversed());
    return all;
  }

  /** Stops one, and answers when it has ended. */
  public ObjectNode stop(String arn, StateError error) {
    Execution execution = require(arn);
    // A step may be under way; the answer should tell the truth about the end.
    Waiting.until(execution.stop(error), STOP, "the end of " + arn);
    Instant stopped = execution.summary().stopped();
    return Json.object().put("stopDate", Json.seconds(stopped == null ? execution.now() : stopped));
  }

  public ObjectNode redrive(JsonNode request) {
    Execution execution = require(Arns.require(request, "executionArn", "execution"));
    Instant when = execution.redrive(Json.string(request, "clientToken"));
    return Json.object().put("redriveDate", Json.seconds(when));
  }
}
