package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.definition.ChoiceState;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.jsonata.Scope;

/** Choice. */
final class ChoiceBehaviour implements Behaviour {
  /**
   * What AWS says where no rule holds and there is no Default.
   *
   * @see <a href="https://github.com/floci-io/floci/pull/3167">Compared with AWS</a>
   */
  private static final String NO_WAY_OUT =
      "Failed to transition out of the state. The state does not point to a next state.";

  @Override
  public void run(Attempt attempt) {
    ChoiceState state = (ChoiceState) attempt.visit().state();
    Scope scope = attempt.scope();
    for (int i = 0; i < state.rules().size(); i++) {
      ChoiceState.Rule rule = state.rules().get(i);
      String field = "Choices[" + i + "]/Condition";
      JsonNode holds = rule.condition().evaluate(scope, field);
      if (!holds.isBoolean()) {
        throw new QueryError(
            field, "The condition '" + field + "' must be true or false, found " + holds + ".");
      }
      if (holds.booleanValue()) {
        attempt.pass(rule.exit());
        return;
      }
    }
    if (state.exit().next() == null) {
      attempt.fail(attempt.visit().located(StateError.runtime(NO_WAY_OUT)));
    } else {
      attempt.pass(state.exit());
    }
  }
}
