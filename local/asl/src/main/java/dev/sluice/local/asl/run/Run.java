package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.history.History;
import dev.sluice.local.base.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * One execution under way: a state machine's or a map run's child. Everything in it happens on its
 * own serial executor.
 */
public final class Run implements Flow.Ending {
  private final RunIdentity identity;
  private final StateMachine machine;
  private final Payload input;
  private final History history;
  private final World world;
  private final MapStarter maps;
  private final Executor actor;
  private final Listener listener;
  private final Probe probe;
  private Flow root;
  private Timer timeout = Timer.NEVER;
  private boolean over;
  private long variableBytes;

  /** Told once of the end, on the run's own thread of control. */
  @FunctionalInterface
  public interface Listener {
    /** Writes the last event with its internal part, and tells whom it concerns. */
    void ended(Run run, Outcome outcome);
  }

  /**
   * @param maps runs distributed maps
   */
  public Run(
      RunIdentity identity,
      StateMachine machine,
      Payload input,
      History history,
      World world,
      MapStarter maps,
      Listener listener) {
    this(identity, machine, input, history, world, maps, listener, Probe.NONE);
  }

  /**
   * @param maps runs distributed maps
   * @param probe watches the execution
   */
  public Run(
      RunIdentity identity,
      StateMachine machine,
      Payload input,
      History history,
      World world,
      MapStarter maps,
      Listener listener,
      Probe probe) {
    this.probe = probe;
    this.identity = identity;
    this.machine = machine;
    this.input = input;
    this.history = history;
    this.world = world;
    this.maps = maps;
    this.actor = new SerialExecutor(world.pool());
    this.listener = listener;
  }

  public RunIdentity identity() {
    return identity;
  }

  public Payload input() {
    return input;
  }

  public History history() {
    return history;
  }

  public World world() {
    return world;
  }

  Probe probe() {
    return probe;
  }

  MapStarter maps() {
    return maps;
  }

  /** Runs something in this execution's turn; a defect in it ends the execution, not the engine. */
  public void execute(Runnable task) {
    actor.execute(
        () -> {
          try {
            task.run();
          } catch (HistoryFull e) {
            end(failure(StateError.runtime(e.getMessage())));
          } catch (RuntimeException | Error e) {
            end(failure(Defect.of(identity.arn(), "The local engine failed", e)));
          }
        });
  }

  /** Counts bytes that variables hold more, or less; false where it is too much. */
  boolean hold(long bytes) {
    variableBytes += bytes;
    return variableBytes <= VariableSizes.TOTAL;
  }

  /** Starts at the first state. */
  public void start() {
    start(Map.of());
  }

  /** Starts at the first state, with variables that it can read. */
  public void start(Map<String, JsonNode> variables) {
    execute(
        () -> {
          ObjectNode details = Json.object().put("input", input.text());
          details.set("inputDetails", Json.object().put("truncated", false));
          if (identity.roleArn() != null) {
            details.put("roleArn", identity.roleArn());
          }
          history.add("", 0, "ExecutionStarted", details, null);
          // The first state's event follows none, as AWS numbers them.
          Flow flow = begin(0);
          flow.variables().assign(variables);
          flow.start(input);
        });
  }

  /**
   * Goes on from where the execution had come to.
   *
   * @param internal what the journal notes beside the event
   */
  public void resume(FlowRecord record, ObjectNode internal) {
    execute(
        () -> {
          ObjectNode details = Json.object().put("redriveCount", identity.redriveCount());
          long first = history.add("", history.last(), "ExecutionRedriven", details, internal);
          begin(first).resume(record, input);
        });
  }

  private Flow begin(long first) {
    if (machine.timeoutSeconds() > 0) {
      timeout =
          world
              .timers()
              .after(
                  Duration.ofSeconds(machine.timeoutSeconds()),
                  () -> execute(() -> end(new Outcome(Status.TIMED_OUT, null, timedOut()))));
    }
    root = new Flow(this, null, "", machine.block(), null, first, this);
    return root;
  }

  private static StateError timedOut() {
    return new StateError(StateError.TIMEOUT, null);
  }

  /** Ends the execution from outside. */
  public void stop(StateError error) {
    execute(() -> end(new Outcome(Status.ABORTED, null, error)));
  }

  @Override
  public void succeeded(Flow flow, Payload output) {
    end(Outcome.succeeded(output));
  }

  @Override
  public void failed(Flow flow, StateError error) {
    end(failure(error));
  }

  private static Outcome failure(StateError error) {
    return new Outcome(Status.FAILED, null, error);
  }

  private void end(Outcome outcome) {
    if (over) {
      return;
    }
    over = true;
    timeout.cancel();
    if (root != null) {
      root.abandon();
    }
    listener.ended(this, outcome);
  }

  /** Writes the event that ends the execution. */
  public long recordEnd(Outcome outcome, ObjectNode internal) {
    ObjectNode details = Json.object();
    if (outcome.output() != null) {
      details.put("output", outcome.output().text());
      details.set("outputDetails", Json.object().put("truncated", false));
    }
    if (outcome.error() != null) {
      EventDetails.error(details, outcome.error());
    }
    // What ends an execution from outside follows no event of its own.
    long previous = outcome.fromOutside() || root == null ? 0 : root.previous();
    return history.add("", previous, outcome.status().event(), details, internal);
  }
}
