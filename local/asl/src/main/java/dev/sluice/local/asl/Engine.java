package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.activity.Activities;
import dev.sluice.local.asl.api.ApiRates;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.execution.ExecutionControl;
import dev.sluice.local.asl.execution.ExecutionQueries;
import dev.sluice.local.asl.execution.Executions;
import dev.sluice.local.asl.execution.ExpressExecutions;
import dev.sluice.local.asl.execution.MapRunLookup;
import dev.sluice.local.asl.execution.Setting;
import dev.sluice.local.asl.machine.DefinitionCheck;
import dev.sluice.local.asl.machine.Definitions;
import dev.sluice.local.asl.machine.Integrations;
import dev.sluice.local.asl.machine.Machines;
import dev.sluice.local.asl.machine.Tags;
import dev.sluice.local.asl.run.ChildStarts;
import dev.sluice.local.asl.run.Pools;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.asl.run.RealTimers;
import dev.sluice.local.asl.run.TaskTokens;
import dev.sluice.local.asl.run.Timers;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.asl.teststate.TestState;
import dev.sluice.local.base.lock.DirectoryLock;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The local Step Functions. Executions survive the process: those that an earlier one left in the
 * middle are failed with {@code Sluice.RuntimeStopped} and can be redriven. Safe for use by several
 * threads.
 */
public final class Engine implements AutoCloseable {
  private final DirectoryLock lock;
  private final Timers timers;
  private final ThreadPoolExecutor pool;
  private final ThreadPoolExecutor io;
  private final Machines machines;
  private final Executions executions;
  private final Operations operations;
  private final ApiRates rates;

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
    TaskTokens tokens = new TaskTokens();
    Quotas quotas = config.quotas();
    Activities activities =
        new Activities(config.region(), config.account(), config.clock(), quotas.activityPoll());
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
            tokens,
            activities,
            quotas,
            new ChildStarts(quotas, config.clock()),
            config.rights());
    Definitions definitions = new Definitions(config.directory().resolve("definitions"));
    Setting setting = new Setting(world, definitions, config.listener());
    DefinitionCheck check = new DefinitionCheck(new Integrations(world));
    Tags tags = new Tags();
    this.machines = new Machines(world, definitions, check, tags);
    this.executions = new Executions(setting, config.directory().resolve("executions"));
    MapRunLookup maps = new MapRunLookup(executions);
    ExecutionQueries queries = new ExecutionQueries(executions, machines, definitions, maps);
    ExecutionControl control =
        new ExecutionControl(machines, executions, new ExpressExecutions(world), maps);
    this.operations =
        new Operations(
            machines,
            check,
            tags,
            control,
            queries,
            maps,
            tokens,
            activities,
            new TestState(world, check));
    this.rates =
        quotas.throttled() ? new ApiRates(config.clock(), Operations.BY_NAME.keySet()) : null;
  }

  /**
   * Tells the listener of the executions that the end of an earlier process interrupted. To be
   * called once, when whoever listens is ready.
   */
  public void announceInterrupted() {
    executions.announceInterrupted();
  }

  /**
   * Creates the state machine {@code name}, or updates it where it exists.
   *
   * @param request name, definition, roleArn, type, tags
   * @return stateMachineArn, creationDate, updateDate
   * @throws AslException where the definition is refused
   */
  public ObjectNode createOrUpdateStateMachine(JsonNode request) {
    return machines.createOrUpdate(request);
  }

  /** The names that {@link #call} takes. */
  public static Set<String> operations() {
    return Operations.BY_NAME.keySet();
  }

  /**
   * Calls an operation by the name that AWS gives it, for example {@code StartExecution}, with the
   * request and answer of AWS's API (dates are epoch seconds with fractions). StartSyncExecution,
   * TestState and GetActivityTask hold the caller until there is something to answer.
   *
   * @throws AslException with AWS's code where the request is refused
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/">API
   *     reference</a>
   */
  public ObjectNode call(String operation, JsonNode request) {
    Operations.Operation called = Operations.BY_NAME.get(operation);
    if (called == null) {
      throw new AslException(
          "UnknownOperationException", "The local Step Functions has no operation " + operation);
    }
    if (rates != null) {
      rates.spend(operation);
    }
    return called.call(operations, request);
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
