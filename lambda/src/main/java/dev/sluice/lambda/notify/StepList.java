package dev.sluice.lambda.notify;

import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pipeline's steps in their order, and which come after which. */
final class StepList {
  private final Map<String, List<String>> after = new LinkedHashMap<>();

  /** Reads {@code [{"name": "guard", "after": []}, …]}. */
  static StepList of(String json) {
    StepList steps = new StepList();
    for (Fields step :
        Fields.of("STEPS", Json.parse("{\"steps\":" + json + "}")).objects("steps")) {
      List<String> before = new ArrayList<>();
      step.all().get("after").asArray().forEach(name -> before.add(name.asString()));
      steps.after.put(step.string("name"), before);
    }
    return steps;
  }

  Set<String> names() {
    return after.keySet();
  }

  /**
   * The step to which a state belongs: {@code crawl_shop: poll}, {@code crawl_shop?} and {@code
   * crawl_shop skipped} belong to crawl_shop. Empty for states of the pipeline itself.
   */
  Optional<String> stepOf(String state) {
    String name = state.split("\\?|:| skipped", 2)[0];
    return Optional.of(name).filter(after::containsKey);
  }

  /** A step and all that come after it, however far. */
  Set<String> from(String step) {
    Set<String> found = new LinkedHashSet<>(List.of(step));
    // Steps are listed after those that they wait for, so that one pass finds all.
    after.forEach(
        (name, before) -> {
          if (before.stream().anyMatch(found::contains)) {
            found.add(name);
          }
        });
    return found;
  }
}
