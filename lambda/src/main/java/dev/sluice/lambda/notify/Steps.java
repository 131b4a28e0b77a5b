package dev.sluice.lambda.notify;

import dev.sluice.core.function.StepField;
import dev.sluice.core.plan.StepOrder;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the notifier is told of the pipeline's steps.
 *
 * @param order of the steps
 * @param advice by step: what to do about an error of that name
 */
record Steps(StepOrder order, Map<String, Map<String, String>> advice) {

  /** Reads {@code [{"name": "guard", "after": [], "advice": {"<error>": "<sentence>"}}, …]}. */
  static Steps of(String json) {
    Map<String, List<String>> after = new LinkedHashMap<>();
    Map<String, Map<String, String>> advice = new LinkedHashMap<>();
    for (Fields step :
        Fields.of("STEPS", Json.parse("{\"steps\":" + json + "}")).objects("steps")) {
      String name = step.string(StepField.NAME);
      List<String> before = new ArrayList<>();
      step.all().get(StepField.AFTER).asArray().forEach(one -> before.add(one.asString()));
      after.put(name, before);
      Map<String, String> sentences = new LinkedHashMap<>();
      if (step.has(StepField.ADVICE)) {
        Fields errors = step.object(StepField.ADVICE);
        errors.all().keySet().forEach(error -> sentences.put(error, errors.string(error)));
      }
      advice.put(name, sentences);
    }
    return new Steps(new StepOrder(after), advice);
  }

  /** What that step says to do about errors, by their names; nothing for what is no step. */
  Map<String, String> adviceOf(String step) {
    return advice.getOrDefault(step, Map.of());
  }
}
