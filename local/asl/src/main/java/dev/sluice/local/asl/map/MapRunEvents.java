package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.base.json.Json;

/** What the history of an execution says of its map runs. Called in the execution's turn. */
record MapRunEvents(Attempt attempt) {
  /**
   * @param length how many items the state has, as far as that is known
   */
  void started(MapRunHeader run, int length) {
    attempt.event("MapStateStarted", Json.object().put("length", length));
    attempt.event("MapRunStarted", named(run), Json.object().put("a", attempt.number()));
  }

  void redriven(MapRunHeader run, int count) {
    attempt.event("MapRunRedriven", named(run).put("redriveCount", count));
  }

  /** Says of a map run that is under way that it is aborted when the execution is. */
  void watchAborts() {
    attempt.onAbort(after -> attempt.flow().aside("MapRunAborted", null, after));
  }

  /** Ends the state with the map run's result, or with its error. */
  void ended(Payload result, StateError error) {
    if (error == null) {
      attempt.aside("MapRunSucceeded", null);
      attempt.aside("MapStateSucceeded", null);
      attempt.succeed(result);
      return;
    }
    boolean anew = StateError.DATA_LIMIT.equals(error.error());
    attempt.event(
        "MapRunFailed",
        EventDetails.error(Json.object(), error),
        anew ? Json.object().put("anew", true) : null);
    attempt.event("MapStateFailed", null);
    attempt.fail(error);
  }

  private static ObjectNode named(MapRunHeader run) {
    return Json.object().put("mapRunArn", run.arn());
  }
}
