package dev.sluice.core.trail;

import dev.sluice.core.plan.RunInput;
import dev.sluice.core.plan.Selection;
import dev.sluice.core.plan.StateName;
import dev.sluice.core.plan.StepOrder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which steps a run has done and which it has not, and the input that would run the rest. */
public final class RestOfRun {
  private final StepOrder steps;
  private final Map<?, ?> input;
  private final Set<String> done;
  private final Set<String> left;

  /**
   * Sorts the steps.
   *
   * @param input the execution's, whose selection and parameters hold for the rest too: plain maps,
   *     lists, strings and booleans
   */
  public RestOfRun(StepOrder steps, Trail trail, Map<?, ?> input) {
    this.steps = steps;
    this.input = input;
    Set<String> worked = new LinkedHashSet<>();
    trail.exited().stream()
        .filter(StateName::isWork)
        .forEach(state -> steps.stepOf(state).ifPresent(worked::add));
    worked.removeAll(trail.openSteps());
    this.done = new LinkedHashSet<>(steps.names());
    done.retainAll(worked);
    this.left = Selection.of(input, steps);
    left.removeAll(done);
  }

  /** Steps that succeeded, in the pipeline's order. */
  public Set<String> done() {
    return done;
  }

  /** Steps that the run was to do and has not, in the pipeline's order. */
  public Set<String> left() {
    return left;
  }

  /** The input of a new execution that does the rest. */
  public Map<String, Object> asInput() {
    Map<String, Object> rest = new LinkedHashMap<>();
    String first = left.isEmpty() ? null : left.iterator().next();
    if (first != null && !first.equals(RunInput.GUARD) && left.equals(steps.from(first))) {
      rest.put(RunInput.FROM, first);
    } else {
      Map<String, Object> flags = flags();
      if (!flags.isEmpty()) {
        rest.put(RunInput.STEPS, flags);
      }
    }
    if (input.containsKey(RunInput.PARAMETERS)) {
      rest.put(RunInput.PARAMETERS, input.get(RunInput.PARAMETERS));
    }
    return rest;
  }

  private Map<String, Object> flags() {
    Map<String, Object> flags = new LinkedHashMap<>();
    for (String step : steps.names()) {
      // The guard runs beside a rest as beside a whole.
      if (!left.contains(step) && !step.equals(RunInput.GUARD)) {
        flags.put(step, false);
      }
    }
    return flags;
  }
}
