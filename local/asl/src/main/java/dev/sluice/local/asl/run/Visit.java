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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** One stay in a state, over all its retries. */
public final class Visit {
  private final Flow flow;
  private final State state;
  private final Payload input;
  private final long number;
  private final Instant entered;
  private final long enteredEvent;
  private final int[] retries;
  private FlowRecord record;
  private int attempts;
  private int retryCount;
  private Attempt attempt;
  private boolean over;
  private Timer retryTimer = Timer.NEVER;

  /**
   * @param enteredEvent the id of the event by which the state was entered
   * @param record how far the state's children had come, or null
   */
  Visit(
      Flow flow,
      State state,
      Payload input,
      long number,
      Instant entered,
      long enteredEvent,
      FlowRecord record) {
    this.flow = flow;
    this.state = state;
    this.input = input;
    this.number = number;
    this.entered = entered;
    this.enteredEvent = enteredEvent;
    this.record = record;
    this.attempts = record == null ? 0 : record.attempt();
    this.retries = new int[state.errors().retriers().size()];
    this.retryCount = flow.run().probe().retriesMade();
    Arrays.fill(retries, retryCount);
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
    Consumer<Attempt> instead = flow.run().probe().instead(state);
    if (instead == null) {
      Behaviours.of(state).run(attempt);
    } else {
      attempt.guarded(() -> instead.accept(attempt));
    }
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
      failed(evaluationFailed(e), handled);
      return;
    }
    if (out.tooLarge()) {
      // AWS runs all branches and items again on redrive when what came of them was too large.
      flow.run().history().note(flow.id(), Json.object().put("anew", true));
      failed(StateError.tooLarge("The output of the state '" + state.name() + "'"), handled);
      return;
    }
    if (VariableSizes.tooLarge(assigned) || !flow.hold(assigned)) {
      failed(StateError.tooLarge("What the state '" + state.name() + "' assigns"), handled);
      return;
    }
    close();
    flow.leave(state, out, assigned, exit.next());
  }

  /** Records an expression that failed. Returns the state's error. */
  public StateError evaluationFailed(QueryError e) {
    ObjectNode details = Json.object().put("error", StateError.QUERY).put("cause", e.getMessage());
    details.put("location", e.field()).put("state", state.name());
    flow.event("EvaluationFailed", details, null);
    return located(StateError.query(e));
  }

  /**
   * Says where an error arose that is Step Functions' own and not a service's.
   *
   * @see <a href="https://github.com/floci-io/floci/pull/3167">Histories compared with AWS's</a>
   */
  StateError located(StateError error) {
    String where =
        "An error occurred while executing the state '"
            + state.name()
            + "' (entered at the event id #"
            + enteredEvent
            + "). ";
    return new StateError(error.error(), where + error.cause());
  }

  /** Deals with an error: retries, catches or fails the flow. */
  void failed(StateError error, boolean handled) {
    List<Retrier> retriers = state.errors().retriers();
    for (int i = 0; handled && i < retriers.size(); i++) {
      Retrier retrier = retriers.get(i);
      if (ErrorNames.match(retrier.errors(), error)) {
        if (retries[i] < retrier.maxAttempts()) {
          Duration delay = retrier.delay(retries[i]++, ThreadLocalRandom.current()::nextDouble);
          if (!flow.run().probe().retries(error, i, delay)) {
            retry(delay);
          }
          return;
        }
        break;
      }
    }
    List<Catcher> catchers = handled ? state.errors().catchers() : List.of();
    for (int i = 0; i < catchers.size(); i++) {
      Catcher catcher = catchers.get(i);
      if (ErrorNames.match(catcher.errors(), error)) {
        JsonNode output =
            Json.object()
                .put("Error", error.error())
                .put("Cause", error.cause() == null ? "" : error.cause());
        flow.run().probe().caught(error, i);
        leave(catcher.exit(), null, output, new Payload(output), false);
        return;
      }
    }
    close();
    flow.fail(error);
  }

  private void retry(Duration delay) {
    retryCount++;
    attempts++;
    retryTimer = flow.run().world().timers().after(delay, () -> flow.run().execute(this::again));
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

  /**
   * @param after the event that led to the abort
   */
  void recordAbort(long after) {
    if (state instanceof TaskState
        || state instanceof WaitState
        || state instanceof ParallelState
        || state instanceof MapState) {
      if (attempt != null) {
        attempt.recordAbort(after);
      }
      flow.aside(state.type() + "StateAborted", null, after);
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
