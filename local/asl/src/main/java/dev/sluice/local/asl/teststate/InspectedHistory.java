package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.history.History;
import dev.sluice.local.base.json.Json;

/** Notes of a tested state's events what inspection shows. */
final class InspectedHistory implements History {
  private final ObjectNode inspection;
  private long last;

  InspectedHistory(ObjectNode inspection) {
    this.inspection = inspection;
  }

  @Override
  public long add(
      String flow, long previous, String type, ObjectNode details, ObjectNode internal) {
    switch (type) {
      case "TaskScheduled" -> note(details, "parameters", "afterArguments");
      case "LambdaFunctionScheduled" -> note(details, "input", "afterArguments");
      case "TaskSucceeded", "LambdaFunctionSucceeded" -> note(details, "output", "result");
      default -> {
        if (details != null && details.has("assignedVariables")) {
          ObjectNode variables = Json.object();
          details
              .path("assignedVariables")
              .properties()
              .forEach(v -> variables.set(v.getKey(), Json.parse(v.getValue().textValue())));
          inspection.put("variables", Json.text(variables));
        }
      }
    }
    return ++last;
  }

  private void note(ObjectNode details, String field, String as) {
    inspection.set(as, details.get(field));
  }

  @Override
  public void note(String flow, ObjectNode internal) {}

  @Override
  public boolean full() {
    return false;
  }

  @Override
  public long last() {
    return last;
  }
}
