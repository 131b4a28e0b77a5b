package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.asl.run.RealTimers;
import dev.sluice.local.asl.run.Timers;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** An engine with all around it, for tests. */
final class Lab implements AutoCloseable {
  static final String ROLE = "arn:aws:iam::000000000000:role/machine";

  final Engine engine;
  final MemoryObjects objects;
  final ScriptedTasks tasks;
  final List<JsonNode> changes = new CopyOnWriteArrayList<>();
  ManualTimers time;

  Lab(Path directory) {
    this(directory, new ScriptedTasks(), new MemoryObjects());
  }

  Lab(Path directory, ScriptedTasks tasks, MemoryObjects objects) {
    this(directory, tasks, objects, Clock.systemUTC(), new RealTimers());
  }

  Lab(Path directory, ScriptedTasks tasks, MemoryObjects objects, Clock clock, Timers timers) {
    this(directory, tasks, objects, clock, timers, Quotas.UNTHROTTLED);
  }

  private Lab(
      Path directory,
      ScriptedTasks tasks,
      MemoryObjects objects,
      Clock clock,
      Timers timers,
      Quotas quotas) {
    this.tasks = tasks;
    this.objects = objects;
    this.engine =
        new Engine(
            new EngineConfig(
                    directory,
                    "us-east-1",
                    "000000000000",
                    List.of(tasks),
                    objects,
                    changes::add,
                    clock)
                .with(quotas),
            timers);
  }

  static Lab withManualTime(Path directory) {
    return withManualTime(directory, Quotas.UNTHROTTLED);
  }

  static Lab withManualTime(Path directory, Quotas quotas) {
    ManualTimers time = new ManualTimers();
    Lab lab = new Lab(directory, new ScriptedTasks(), new MemoryObjects(), time, time, quotas);
    lab.time = time;
    return lab;
  }

  /** An engine in real time with other limits. */
  static Lab with(Path directory, Quotas quotas) {
    return new Lab(
        directory,
        new ScriptedTasks(),
        new MemoryObjects(),
        Clock.systemUTC(),
        new RealTimers(),
        quotas);
  }

  /** A call, with the request as JSON. */
  ObjectNode call(String operation, String request) {
    return engine.call(operation, Json.parse(request));
  }

  /** The refusal of a call. */
  AslException refusal(String operation, String request) {
    try {
      throw new AssertionError(operation + " was not refused: " + call(operation, request));
    } catch (AslException e) {
      return e;
    }
  }

  /** A request that creates a machine. */
  static ObjectNode creation(String name, String definition) {
    return Json.object().put("name", name).put("definition", definition).put("roleArn", ROLE);
  }

  /** Creates the machine "m". */
  Lab machine(String definition) {
    engine.createOrUpdateStateMachine(creation("m", definition));
    return this;
  }

  /** A machine of these states, the first one named being the first. */
  Lab states(String states) {
    JsonNode node = Json.parse(states);
    ObjectNode machine = Json.object().put("QueryLanguage", "JSONata");
    machine.put("StartAt", node.fieldNames().next());
    machine.set("States", node);
    return machine(machine.toString());
  }

  String start(String input) {
    return engine
        .call(
            "StartExecution",
            Json.object()
                .put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:m")
                .put("input", input))
        .get("executionArn")
        .textValue();
  }

  ObjectNode run(String input) {
    return end(start(input));
  }

  /** Waits for the end. Returns the description. */
  ObjectNode end(String arn) {
    until(() -> !describe(arn).path("status").asText().equals("RUNNING"));
    return describe(arn);
  }

  ObjectNode redrive(String arn) {
    engine.call("RedriveExecution", Json.object().put("executionArn", arn));
    return end(arn);
  }

  ObjectNode describe(String arn) {
    return engine.call("DescribeExecution", Json.object().put("executionArn", arn));
  }

  JsonNode output(String input) {
    ObjectNode end = run(input);
    if (!end.path("status").asText().equals("SUCCEEDED")) {
      throw new AssertionError("The execution failed: " + end);
    }
    return Json.parse(end.path("output").textValue());
  }

  List<JsonNode> events(String arn) {
    List<JsonNode> events = new ArrayList<>();
    engine
        .call("GetExecutionHistory", Json.object().put("executionArn", arn).put("maxResults", 1000))
        .get("events")
        .forEach(events::add);
    return events;
  }

  List<String> types(String arn) {
    return events(arn).stream().map(e -> e.get("type").textValue()).toList();
  }

  JsonNode mapRun(String arn) {
    JsonNode runs =
        engine.call("ListMapRuns", Json.object().put("executionArn", arn)).get("mapRuns");
    return engine.call(
        "DescribeMapRun",
        Json.object().put("mapRunArn", runs.get(runs.size() - 1).get("mapRunArn").textValue()));
  }

  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It did not happen within 20 seconds.");
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
