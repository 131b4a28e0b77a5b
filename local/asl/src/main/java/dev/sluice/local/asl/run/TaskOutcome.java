package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.definition.TaskState;

/** Ends a task's attempt, with the events that belong to it. */
record TaskOutcome(Attempt attempt, TaskState state, TaskEvents events) {
  void succeeded(JsonNode result) {
    Payload payload = new Payload(result);
    if (payload.tooLarge()) {
      failed(StateError.tooLarge("The result of the state '" + state.name() + "'"));
      return;
    }
    events.succeeded(payload);
    attempt.succeed(payload);
  }

  void failed(StateError error) {
    events.failed(error);
    attempt.fail(error);
  }

  /** The end by SendTaskSuccess or SendTaskFailure. */
  TaskTokens.Waiting byToken(Heartbeat heartbeat) {
    return new TaskTokens.Waiting() {
      @Override
      public void succeed(JsonNode output) {
        attempt.later(() -> succeeded(output));
      }

      @Override
      public void fail(StateError error) {
        attempt.later(() -> failed(error));
      }

      @Override
      public void heartbeat() {
        attempt.later(heartbeat::beat);
      }
    };
  }
}
