package dev.sluice.local.asl.run;

import dev.sluice.local.asl.definition.ParallelState;
import dev.sluice.local.base.json.Json;

/** Parallel. */
final class ParallelBehaviour implements Behaviour {
  @Override
  public void run(Attempt attempt) {
    ParallelState state = (ParallelState) attempt.visit().state();
    Payload input =
        state.arguments() == null
            ? attempt.visit().input()
            : new Payload(attempt.evaluate(state.arguments(), "Arguments", null));
    if (attempt.record() == null) {
      attempt.event("ParallelStateStarted", null, Json.object().put("a", attempt.number()));
    }
    Group.Kind kind =
        new Group.Kind() {
          @Override
          public Flow flow(int index, long previous, Flow.Ending ending) {
            return new Flow(
                attempt.run(),
                attempt.flow(),
                Group.id(attempt, index),
                state.branches().get(index),
                null,
                previous,
                ending);
          }

          @Override
          public Payload input(int index) {
            return input;
          }

          @Override
          public String type() {
            return "ParallelState";
          }
        };
    int branches = state.branches().size();
    new Group(attempt, kind, branches, branches).start();
  }
}
