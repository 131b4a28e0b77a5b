package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.execution.Definitions;
import dev.sluice.local.asl.execution.ExecutionQueries;
import dev.sluice.local.asl.execution.Executions;
import dev.sluice.local.asl.execution.Machines;
import dev.sluice.local.asl.execution.MapRunLookup;
import dev.sluice.local.asl.execution.Setting;
import dev.sluice.local.asl.run.Pools;
import dev.sluice.local.asl.run.RealTimers;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.TaskTokens;
import dev.sluice.local.asl.run.Timers;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.asl.store.DirectoryLock;
import dev.sluice.local.base.json.Json;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The local Step Functions. Executions survive the process: those that an earlier one left in the
 * middle are failed with {@code Sluice.RuntimeStopped} and can be redriven. Safe for use by several
 * threads.
 */
public final class Engine implements StepFunctionsApi, AutoCloseable {
  private final DirectoryLock lock;
  private final Timers timers;
  private final ThreadPoolExecutor pool;
  private final ThreadPoolExecutor io;
  private final TaskTokens tokens = new TaskTokens();
  private final Machines machines;
  private final Executions executions;
  private final ExecutionQueries queries;
  private final MapRunLookup maps;

  /**
   * Opens the directory; nothing runs until it is asked for.
   *
   * @throws IllegalStateException where another process has the directory open
   */
  public Engine(EngineConfig config) {
    this(config, new RealTimers());
  }

  Engine(EngineConfig config, Timers timers) {
    this.lock = DirectoryLock.take(config.directory());
    this.timers = timers;
    this.pool = Pools.steps();
    this.io = Pools.blocking();
    World world =
        new World(
            config.region(),
            config.account(),
            config.clock(),
            timers,
            pool,
            io,
            config.integrations(),
            config.objects(),
            tokens);
    Definitions definitions = new Definitions(config.directory().resolve("definitions"));
    Setting setting = new Setting(world, definitions, config.listener());
    this.machines = new Machines(world, definitions);
    this.executions = new Executions(setting, config.directory().resolve("executions"));
    this.maps = new MapRunLookup(executions);
    this.queries = new ExecutionQueries(executions, machines, definitions, maps);
  }

  /**
   * Tells the listener of the executions that the end of an earlier process interrupted. To be
   * called once, when whoever listens is ready.
   */
  public void announceInterrupted() {
    executions.announceInterrupted();
  }

  @Override
  public ObjectNode createOrUpdateStateMachine(JsonNode request) {
    return machines.createOrUpdate(request);
  }

  @Override
  public ObjectNode createStateMachine(JsonNode request) {
    return machines.create(request);
  }

  @Override
  public ObjectNode updateStateMachine(JsonNode request) {
    return machines.update(request);
  }

  @Override
  public ObjectNode describeStateMachine(JsonNode request) {
    return machines.describe(request);
  }

  @Override
  public ObjectNode describeStateMachineForExecution(JsonNode request) {
    return queries.machine(request);
  }

  @Override
  public ObjectNode listStateMachines(JsonNode request) {
    return machines.list();
  }

  @Override
  public ObjectNode deleteStateMachine(JsonNode request) {
    return machines.delete(request);
  }

  @Override
  public ObjectNode validateStateMachineDefinition(JsonNode request) {
    return machines.validate(request);
  }

  @Override
  public ObjectNode startExecution(JsonNode request) {
    return executions.start(machines.require(Json.string(request, "stateMachineArn")), request);
  }

  @Override
  public ObjectNode describeExecution(JsonNode request) {
    return queries.describe(request);
  }

  @Override
  public ObjectNode listExecutions(JsonNode request) {
    return queries.list(request);
  }

  @Override
  public ObjectNode getExecutionHistory(JsonNode request) {
    return queries.history(request);
  }

  @Override
  public ObjectNode stopExecution(JsonNode request) {
    return executions.stop(request);
  }

  @Override
  public ObjectNode redriveExecution(JsonNode request) {
    return executions.redrive(request);
  }

  @Override
  public ObjectNode sendTaskSuccess(JsonNode request) {
    tokens.succeed(Json.string(request, "taskToken"), Json.string(request, "output"));
    return Json.object();
  }

  @Override
  public ObjectNode sendTaskFailure(JsonNode request) {
    StateError error = new StateError(Json.string(request, "error"), Json.string(request, "cause"));
    tokens.fail(Json.string(request, "taskToken"), error);
    return Json.object();
  }

  @Override
  public ObjectNode sendTaskHeartbeat(JsonNode request) {
    tokens.heartbeat(Json.string(request, "taskToken"));
    return Json.object();
  }

  @Override
  public ObjectNode describeMapRun(JsonNode request) {
    return queries.describeMapRun(request);
  }

  @Override
  public ObjectNode listMapRuns(JsonNode request) {
    return queries.listMapRuns(request);
  }

  @Override
  public ObjectNode updateMapRun(JsonNode request) {
    return maps.update(request);
  }

  /** Stops at once. What runs is left as a killed process would leave it, to be redriven. */
  @Override
  public void close() {
    timers.close();
    Pools.close(pool);
    io.shutdown();
    lock.close();
  }
}
