package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.redrive.ChildRecoveries;
import dev.sluice.local.asl.redrive.Recovery;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Defect;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.json.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * A map run under way: starts children as its concurrency allows, and ends when all have ended or
 * too many have failed. Children end on threads of their own; everything here is under the state's
 * monitor.
 */
public final class MapRun {
  /** Children started in a row, so that those before them are done with their first steps. */
  private static final int TURN = 64;

  /** AWS ends an EXPRESS execution after five minutes. */
  private static final long EXPRESS_SECONDS = 300;

  private static final StateError EXCEEDED =
      new StateError(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  private final World world;
  private final MapRuns runs;
  private final MapRunState state;
  private final Attempt attempt;
  private final Children children;
  private final MapResults results;
  private final Map<Integer, Run> running = new HashMap<>();
  private Map<Integer, Recovery> recoveries = new HashMap<>();
  private Journal journal;
  private int next;
  private boolean dispatching;
  private boolean tooManyFailed;
  private boolean aborted;
  private boolean finished;

  MapRun(
      World world, MapRuns runs, MapRunState state, Attempt attempt, MapState map, MapPlan plan) {
    this.world = world;
    this.runs = runs;
    this.state = state;
    this.attempt = attempt;
    this.results = new MapResults(world, state, map.distributed().writer(), plan.writer());
    this.children =
        new Children(
            world,
            runs,
            state.header(),
            new StateMachine(map.processor(), state.header().express() ? EXPRESS_SECONDS : 0),
            this::ended);
  }

  public MapRunState state() {
    return state;
  }

  /** Begins the journal of a new map run. */
  void create() {
    journal = Journal.open(state.journalFile());
    journal.write(state.header().toJson());
    journal.write(state.limits().toJson());
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
    ChildTable table = state.table();
    for (int i = 0; i < table.size(); i++) {
      if (table.status(i) != Status.SUCCEEDED) {
        boolean ran = table.status(i) != Status.PENDING;
        table.redrives(i, table.redrives(i) + (ran ? 1 : 0));
        table.status(i, Status.PENDING);
      }
    }
  }

  void start() {
    state.items().keepOpen();
    attempt.onEnd(this::abandon);
    attempt.onAbort(() -> attempt.event("MapRunAborted", null));
    dispatch();
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
        if (table.status(next) == Status.PENDING) {
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
    table.started(child, world.clock().millis());
    table.status(child, Status.RUNNING);
    Recovery recovery = recoveries.remove(child);
    Run run =
        children.create(child, table.name(child), input, table.redrives(child), journal, recovery);
    running.put(child, run);
    children.begin(run, recovery);
  }

  /** A child has ended; called on its own thread of control. */
  private void ended(int child, Run run, Outcome outcome) {
    synchronized (state) {
      ChildTable table = state.table();
      long now = world.clock().millis();
      ObjectNode end = Json.object();
      end.put("status", outcome.status().name());
      end.put("started", table.started(child));
      end.put("stopped", now);
      end.put("redrives", table.redrives(child));
      if (outcome.output() != null) {
        end.put("output", outcome.output().text());
      }
      if (outcome.error() != null) {
        EventDetails.error(end, outcome.error());
      }
      run.recordEnd(outcome, null);
      ObjectNode line = Json.object().put("c", child);
      line.set("end", end);
      table.ended(child, now, journal.write(line));
      table.status(child, outcome.status());
      running.remove(child);
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
    attempt.later(() -> report(output, failure));
  }

  private void report(Payload output, StateError error) {
    if (error == null) {
      attempt.event("MapRunSucceeded", null);
      attempt.succeed(output);
    } else {
      boolean anew = StateError.DATA_LIMIT.equals(error.error());
      attempt.event(
          "MapRunFailed",
          EventDetails.error(Json.object(), error),
          anew ? Json.object().put("anew", true) : null);
      attempt.fail(error);
    }
  }

  private void close(Status status, long written) {
    state.ended(status, world.clock().instant(), written);
    ObjectNode line = Json.object();
    line.putObject("ended")
        .put("status", status.name())
        .put("at", state.stopped().toEpochMilli())
        .put("written", written);
    journal.write(line);
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
