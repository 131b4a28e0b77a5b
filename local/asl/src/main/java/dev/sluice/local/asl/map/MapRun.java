package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.redrive.ChildRecoveries;
import dev.sluice.local.asl.redrive.Recovery;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Defect;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A map run under way: starts children as its concurrency allows, and ends when all have ended or
 * too many have failed. Children end on threads of their own; everything here is under the state's
 * monitor.
 */
public final class MapRun {
  /** Children started in a row, so that those before them are done with their first steps. */
  private static final int TURN = 64;

  private static final StateError EXCEEDED =
      new StateError(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  private final World world;
  private final MapRuns runs;
  private final MapRunState state;
  private final Attempt attempt;
  private final MapRunEvents events;
  private final Children children;
  private final MapResults results;
  private final Map<Integer, Run> running = new HashMap<>();
  private final ChildStops stops = new ChildStops();
  private Map<Integer, Recovery> recoveries = new HashMap<>();
  private Journal journal;
  private int next;
  // Children are started when the items have been read.
  private boolean dispatching = true;
  private boolean tooManyFailed;
  private boolean aborted;
  private boolean finished;

  MapRun(
      World world, MapRuns runs, MapRunState state, Attempt attempt, MapState map, MapPlan plan) {
    this.world = world;
    this.runs = runs;
    this.state = state;
    this.attempt = attempt;
    this.events = new MapRunEvents(attempt);
    this.results = new MapResults(world, state, map.distributed().writer(), plan.writer());
    this.children =
        new Children(
            world,
            runs,
            state.header(),
            new StateMachine(
                map.processor(),
                state.header().express() ? world.quotas().express().toSeconds() : 0),
            this::ended);
  }

  public MapRunState state() {
    return state;
  }

  /** Begins the journal of a new map run. */
  void create() {
    try {
      OwnerOnly.directories(state.directory());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + state.directory(), e);
    }
    journal = Journal.open(state.journalFile());
    journal.write(state.header().toJson());
    journal.write(state.limits().toJson());
    // The execution's journal will name this one.
    journal.force();
  }

  /** Finds out how far the children that did not succeed had come. */
  void prepareRedrive() {
    if (!state.header().express()) {
      recoveries =
          ChildRecoveries.of(
              state.journalFile(), child -> state.table().status(child) != Status.SUCCEEDED);
    }
  }

  /** Goes on with the journal of a map run that is redriven. */
  void reopen() {
    journal = Journal.open(state.journalFile());
    state.redriven(world.clock().instant());
    ObjectNode line = Json.object();
    line.putObject("redrive")
        .put("count", state.redriveCount())
        .put("at", state.redriven().toEpochMilli());
    journal.write(line);
    synchronized (state) {
      state.table().redrive();
    }
  }

  /** From now on the end of the attempt is the end of the map run. */
  void watch() {
    attempt.onEnd(this::abandon);
    events.watchAborts();
  }

  /** Starts children for the items that were read; without effect where the map run is over. */
  void start(ItemsFile items) {
    synchronized (state) {
      if (finished) {
        return;
      }
      state.items(items);
    }
    start();
  }

  /** Starts the children that wait. */
  void start() {
    state.items().keepOpen();
    dispatch();
  }

  /** Ends the map run because its items cannot be read. */
  void unreadable(StateError error) {
    synchronized (state) {
      if (finished) {
        return;
      }
      finished = true;
      close(Status.FAILED, 0);
    }
    attempt.later(() -> events.ended(null, error));
  }

  /** Starts children; further ones in a later turn of the pool. */
  private void dispatch() {
    try {
      dispatchTurn();
    } catch (RuntimeException | Error e) {
      StateError defect = Defect.of(state.header().arn(), "The map run failed", e);
      attempt.later(() -> attempt.fail(defect));
    }
  }

  private void dispatchTurn() {
    synchronized (state) {
      dispatching = false;
      ChildTable table = state.table();
      int started = 0;
      while (canStart() && started < TURN) {
        if (table.waits(next)) {
          Duration delay = world.childStarts().delay(state.header().express());
          if (delay != null) {
            dispatching = true;
            world.timers().after(delay, () -> world.pool().execute(this::dispatch));
            return;
          }
          launch(next);
          started++;
        }
        next++;
      }
      if (canStart()) {
        dispatching = true;
        world.pool().execute(this::dispatch);
      } else {
        finishIfDone();
      }
    }
  }

  private boolean canStart() {
    return !tooManyFailed
        && !aborted
        && next < state.table().size()
        && running.size() < state.limits().atATime();
  }

  private void launch(int child) {
    ChildTable table = state.table();
    Payload input = state.items().input(child);
    table.begin(child, world.clock().millis(), state.header().express());
    Recovery recovery = recoveries.remove(child);
    Run run = children.create(child, table, input, journal, recovery);
    running.put(child, run);
    children.begin(run, recovery);
  }

  /** A child has ended; called on its own thread of control. */
  private void ended(int child, Run run, Outcome outcome) {
    synchronized (state) {
      ChildTable table = state.table();
      long now = world.clock().millis();
      run.recordEnd(outcome, null);
      ObjectNode line = Json.object().put("c", child);
      line.set("end", ChildEnd.of(table, child, outcome, now));
      table.ended(child, now, journal.write(line));
      table.status(child, outcome.status());
      running.remove(child);
      stops.ended(child);
      if (!tooManyFailed && state.limits().exceeded(table.failedItems(), table.totalItems())) {
        tooManyFailed = true;
        running.values().forEach(other -> other.stop(new StateError(null, null)));
      }
      if (!dispatching && canStart()) {
        dispatching = true;
        world.pool().execute(this::dispatch);
      }
      finishIfDone();
    }
  }

  /**
   * Stops a child; completes when it has ended, and at once where it is not under way.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html">AWS,
   *     StopExecution</a>
   */
  public CompletableFuture<Void> stop(int child, StateError error) {
    synchronized (state) {
      return stops.stop(child, running.get(child), error);
    }
  }

  private void finishIfDone() {
    boolean all = tooManyFailed || aborted || next >= state.table().size();
    if (finished || !all || !running.isEmpty() || dispatching) {
      return;
    }
    finished = true;
    if (aborted) {
      close(Status.ABORTED, 0);
    } else {
      world.io().execute(this::conclude);
    }
  }

  private void conclude() {
    StateError error = tooManyFailed ? EXCEEDED : null;
    Payload result = null;
    long written = 0;
    synchronized (state) {
      state.table().settle();
    }
    try {
      result = results.collect(tooManyFailed);
      written = results.written();
    } catch (MapResults.Failed e) {
      error = tooManyFailed ? EXCEEDED : e.error();
    } catch (RuntimeException | Error e) {
      error = Defect.of(state.header().arn(), "The results of the map run cannot be read", e);
    }
    synchronized (state) {
      if (state.status() != Status.RUNNING) {
        return;
      }
      close(error == null ? Status.SUCCEEDED : Status.FAILED, written);
    }
    Payload output = result;
    StateError failure = error;
    attempt.later(() -> events.ended(output, failure));
  }

  private void close(Status status, long written) {
    state.table().settle();
    state.ended(status, world.clock().instant(), written);
    ObjectNode line = Json.object();
    line.putObject("ended")
        .put("status", status.name())
        .put("at", state.stopped().toEpochMilli())
        .put("written", written);
    journal.write(line);
    // The execution goes on from the results without asking for them again.
    journal.force();
    journal.close();
    state.items().close();
    runs.closed(this);
  }

  /** The execution does not wait any longer: all children are stopped. */
  private void abandon() {
    synchronized (state) {
      if (state.status() == Status.RUNNING) {
        aborted = true;
        dispatching = false;
        running.values().forEach(child -> child.stop(new StateError(null, null)));
        finishIfDone();
      }
    }
  }

  /** Changes the limits of the map run under way. */
  public void limits(Limits changed) {
    synchronized (state) {
      if (finished) {
        return;
      }
      state.limits(changed);
      journal.write(changed.toJson());
      if (!dispatching) {
        dispatching = true;
        world.pool().execute(this::dispatch);
      }
    }
  }
}
