package dev.sluice.lambda.notify;

import dev.sluice.lambda.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Which steps a run has done and which it has not, and the input that would run the rest. */
final class RestOfRun {
  private final StepList steps;
  private final Set<String> done = new LinkedHashSet<>();
  private final Set<String> left = new LinkedHashSet<>();
  private final Map<String, JsonNode> input;

  /**
   * Sorts the steps.
   *
   * @param input the execution's, whose selection and parameters hold for the rest too
   */
  RestOfRun(StepList steps, Trail trail, String input) {
    this.steps = steps;
    this.input = Json.parse(input).isObject() ? Json.parse(input).asObject() : Map.of();
    Set<String> open = new LinkedHashSet<>();
    trail.open().forEach(state -> steps.stepOf(state).ifPresent(open::add));
    for (String state : trail.exited()) {
      if (!state.endsWith("?") && !state.endsWith(" skipped")) {
        steps.stepOf(state).filter(step -> !open.contains(step)).ifPresent(done::add);
      }
    }
    Set<String> wanted = wanted();
    for (String step : steps.names()) {
      if (wanted.contains(step) && !done.contains(step)) {
        left.add(step);
      }
    }
  }

  /** Steps that succeeded, in the pipeline's order. */
  Set<String> done() {
    Set<String> inOrder = new LinkedHashSet<>(steps.names());
    inOrder.retainAll(done);
    return inOrder;
  }

  /** Steps that the run was to do and has not, in the pipeline's order. */
  Set<String> left() {
    return left;
  }

  /** The input of a new execution that does the rest. */
  String asInput() {
    Map<String, Object> rest = new LinkedHashMap<>();
    String first = left.isEmpty() ? null : left.iterator().next();
    if (first != null && !first.equals("guard") && left.equals(steps.from(first))) {
      rest.put("from", first);
    } else {
      Map<String, Object> flags = new LinkedHashMap<>();
      for (String step : steps.names()) {
        // The guard runs beside a rest as beside a whole.
        if (!left.contains(step) && !step.equals("guard")) {
          flags.put(step, false);
        }
      }
      if (!flags.isEmpty()) {
        rest.put("steps", flags);
      }
    }
    if (input.containsKey("parameters")) {
      rest.put("parameters", input.get("parameters"));
    }
    return Json.text(rest);
  }

  /** The steps that the execution's input selects; a wrong input selects all. */
  private Set<String> wanted() {
    Set<String> wanted = new LinkedHashSet<>(steps.names());
    if (input.get("only") != null && input.get("only").isArray()) {
      Set<String> only = names("only");
      only.add("guard");
      wanted.retainAll(only);
    } else if (input.get("from") != null && input.get("from").isString()) {
      Set<String> from = steps.from(input.get("from").asString());
      from.add("guard");
      wanted.retainAll(from);
    } else if (input.get("skip") != null && input.get("skip").isArray()) {
      wanted.removeAll(names("skip"));
    } else if (input.get("steps") != null && input.get("steps").isObject()) {
      input
          .get("steps")
          .asObject()
          .forEach(
              (step, flag) -> {
                if (flag.isBoolean() && !flag.asBoolean()) {
                  wanted.remove(step);
                }
              });
    }
    return wanted;
  }

  private Set<String> names(String selector) {
    Set<String> names = new LinkedHashSet<>();
    input.get(selector).asArray().forEach(name -> names.add(name.text()));
    return names;
  }
}
