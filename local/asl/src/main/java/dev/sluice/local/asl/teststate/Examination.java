package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.State;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Probe;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Follows the one state of a test to its end, and says what came of it. */
final class Examination implements Probe {
  private final Mock mock;
  private final int retriesMade;
  private final ObjectNode context;
  private final ObjectNode inspection;
  private final ObjectNode answer = Json.object();
  private final CompletableFuture<ObjectNode> end = new CompletableFuture<>();

  /**
   * @param mock or null
   * @param context members of the context object, or null
   * @param inspection where the values of the state's fields are noted
   */
  Examination(Mock mock, int retriesMade, ObjectNode context, ObjectNode inspection) {
    this.mock = mock;
    this.retriesMade = retriesMade;
    this.context = context;
    this.inspection = inspection;
  }

  /** Completes with status, output, error, cause and nextState. */
  CompletableFuture<ObjectNode> end() {
    return end;
  }

  @Override
  public int retriesMade() {
    return retriesMade;
  }

  @Override
  public Consumer<Attempt> instead(State state) {
    return mock == null ? null : new MockedWork(mock, inspection);
  }

  @Override
  public ObjectNode context() {
    return context;
  }

  @Override
  public boolean retries(StateError error, int retrier, Duration delay) {
    inspection
        .putObject("errorDetails")
        .put("retryIndex", retrier)
        .put("retryBackoffIntervalSeconds", delay.toSeconds());
    end.complete(EventDetails.error(answer, error).put("status", "RETRIABLE"));
    return true;
  }

  @Override
  public void caught(StateError error, int catcher) {
    inspection.putObject("errorDetails").put("catchIndex", catcher);
    EventDetails.error(answer, error).put("status", "CAUGHT_ERROR");
  }

  @Override
  public boolean left(String next, JsonNode output) {
    answer.put("output", Json.text(output));
    if (next != null) {
      answer.put("nextState", next);
    }
    if (!answer.has("status")) {
      answer.put("status", Status.SUCCEEDED.name());
    }
    end.complete(answer);
    return true;
  }

  /** The execution ended before the state was left. */
  void ended(Outcome outcome) {
    if (!end.isDone()) {
      answer.removeAll();
      end.complete(EventDetails.error(answer, outcome.error()).put("status", Status.FAILED.name()));
    }
  }
}
