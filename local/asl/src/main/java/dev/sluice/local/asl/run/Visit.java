package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.Catcher;
import dev.sluice.local.asl.definition.Exit;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.definition.ParallelState;
import dev.sluice.local.asl.definition.Retrier;
import dev.sluice.local.asl.definition.State;
import dev.sluice.local.asl.definition.TaskState;
import dev.sluice.local.asl.definition.WaitState;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.jsonata.Scope;
import dev.sluice.local.asl.jsonata.StatesVariable;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One stay in a state, over all its retries. */
public final class Visit {
  private final Flow flow;
  private final State state;
  private final Payload input;
  private final long number;
  private final Instant entered;
  private final int[] retries;
  private FlowRecord record;
  private int attempts;
  private int retryCount;
  private Attempt attempt;
  private boolean over;
  private Timer retryTimer = Timer.NEVER;

  /**
   * @param record how far the state's children had come, or null
   */
  Visit(Flow flow, State state, Payload input, long number, Instant entered, FlowRecord record) {
    this.flow = flow;
    this.state = state;
    this.input = input;
    this.number = number;
    this.entered = entered;
    this.record = record;
    this.attempts = record == null ? 0 : record.attempt();
    this.retries = new int[state.errors().retriers().size()];
  }

  public Flow flow() {
    return flow;
  }

  public State state() {
    return state;
  }

  public Payload input() {
    return input;
  }

  /** Counts the states that the flow entered. */
  long number() {
    return number;
  }

  Instant entered() {
    return entered;
  }

  int retryCount() {
    return retryCount;
  }

  boolean over() {
    return over;
  }

  void begin() {
    FlowRecord known = record == null || record.runsAnew() ? null : record;
    if (record != null && record.runsAnew()) {
      attempts++;
    }
    record = null;
    if (input.tooLarge()) {
      flow.fail(StateError.tooLarge("The input of the state '" + state.name() + "'"));
      return;
    }
    attempt = new Attempt(this, attempts, known);
    Behaviours.of(state).run(attempt);
  }

  /**
   * Leaves the state.
   *
   * @param result what {@code $states.result} is, or null where there is none
   * @param output what the state gives where the exit has no Output
   * @param handled whether an error here may be retried and caught
   */
  void leave(Exit exit, JsonNode result, JsonNode error, Payload output, boolean handled) {
    Scope scope = scope(result, error, null);
    Payload out = output;
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    try {
      // Assign sees the variables as they were, so both are evaluated before anything is set.
      if (exit.assign() != null) {
        exit.assign()
            .evaluate(scope, "Assign")
            .properties()
            .forEach(e -> assigned.put(e.getKey(), e.getValue()));
      }
      if (exit.output() != null) {
        out = new Payload(exit.output().evaluate(scope, "Output"));
      }
    } catch (QueryError e) {
      evaluationFailed(e);
      failed(StateError.query(e), handled);
      return;
    }
    if (out.tooLarge()) {
      // AWS runs all branches and items again on redrive when what came of them was too large.
      flow.run().history().note(flow.id(), Json.object().put("anew", true));
      failed(StateError.tooLarge("The output of the state '" + state.name() + "'"), handled);
      return;
    }
    close();
    flow.leave(state, out, assigned, exit.next());
  }

  void evaluationFailed(QueryError e) {
    ObjectNode details = Json.object().put("error", StateError.QUERY).put("cause", e.getMessage());
    details.put("location", e.field()).put("state", state.name());
    flow.event("EvaluationFailed", details, null);
  }

  /** Deals with an error: retries, catches or fails the flow. */
  void failed(StateError error, boolean handled) {
    List<Retrier> retriers = state.errors().retriers();
    for (int i = 0; handled && i < retriers.size(); i++) {
      Retrier retrier = retriers.get(i);
      if (ErrorNames.match(retrier.errors(), error.error())) {
        if (retries[i] < retrier.maxAttempts()) {
          retry(retrier, retries[i]++);
          return;
        }
        break;
      }
    }
    for (Catcher catcher : handled ? state.errors().catchers() : List.<Catcher>of()) {
      if (ErrorNames.match(catcher.errors(), error.error())) {
        JsonNode output =
            Json.object()
                .put("Error", error.error())
                .put("Cause", error.cause() == null ? "" : error.cause());
        leave(catcher.exit(), null, output, new Payload(output), false);
        return;
      }
    }
    close();
    flow.fail(error);
  }

  private void retry(Retrier retrier, int done) {
    retryCount++;
    attempts++;
    retryTimer =
        flow.run()
            .world()
            .timers()
            .after(
                retrier.delay(done, ThreadLocalRandom.current()::nextDouble),
                () -> flow.run().execute(this::again));
  }

  private void again() {
    if (!over) {
      begin();
    }
  }

  private void close() {
    over = true;
    retryTimer.cancel();
  }

  void recordAbort() {
    if (state instanceof TaskState
        || state instanceof WaitState
        || state instanceof ParallelState
        || state instanceof MapState) {
      if (attempt != null) {
        attempt.recordAbort();
      }
      flow.event(state.type() + "StateAborted", null, null);
    }
  }

  void abandon() {
    close();
    if (attempt != null) {
      attempt.abandon();
    }
  }

  /** What expressions of this state see now. */
  Scope scope(JsonNode result, JsonNode error, JsonNode mapItem) {
    JsonNode item = mapItem != null ? mapItem : flow.mapItem();
    String token = attempt == null ? null : attempt.token();
    StatesVariable states =
        new StatesVariable(input.json(), result, error, () -> ContextObject.of(this, token, item));
    return new Scope(states, flow.variables());
  }
}
