package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.definition.FailState;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.jsonata.Template;

/** Fail. */
final class FailBehaviour implements Behaviour {
  @Override
  public void run(Attempt attempt) {
    FailState state = (FailState) attempt.visit().state();
    String error = text(attempt, state.error(), "Error");
    attempt.fail(new StateError(error, text(attempt, state.cause(), "Cause")));
  }

  private static String text(Attempt attempt, Template template, String field) {
    if (template == null) {
      return null;
    }
    JsonNode value = attempt.evaluate(template, field, null);
    if (!value.isTextual()) {
      throw new QueryError(field, "The field '" + field + "' must be text, found " + value + ".");
    }
    return value.textValue();
  }
}
