package dev.sluice.core.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which steps an execution's input selects, as the first state of its machine decides. */
public final class Selection {
  private final Map<?, ?> input;
  private final StepOrder steps;

  private Selection(Map<?, ?> input, StepOrder steps) {
    this.input = input;
    this.steps = steps;
  }

  /**
   * The selected steps, in the pipeline's order. An input that the machine would refuse selects
   * what can be understood of it, all steps where that is nothing.
   *
   * @param input plain maps, lists, strings and booleans
   */
  public static Set<String> of(Map<?, ?> input, StepOrder steps) {
    return new Selection(input, steps).selected();
  }

  /**
   * True where keys are names of steps instead of selectors, as in {@code {"load": false, "sum":
   * true}}: exactly the steps that are true run.
   */
  public static boolean isShortForm(Map<?, ?> input, StepOrder steps) {
    return RunInput.SELECTORS.stream().noneMatch(input::containsKey)
        && input.entrySet().stream()
            .anyMatch(e -> steps.names().contains(e.getKey()) && e.getValue() instanceof Boolean);
  }

  private Set<String> selected() {
    Set<String> wanted = new LinkedHashSet<>(steps.names());
    if (isShortForm(input, steps)) {
      wanted.removeIf(step -> !Boolean.TRUE.equals(input.get(step)));
    } else if (input.get(RunInput.ONLY) instanceof Collection<?> only) {
      wanted.removeIf(step -> !only.contains(step) && !step.equals(RunInput.GUARD));
    } else if (input.get(RunInput.FROM) instanceof String first) {
      Set<String> from = steps.from(first);
      wanted.removeIf(step -> !from.contains(step) && !step.equals(RunInput.GUARD));
    } else if (input.get(RunInput.SKIP) instanceof Collection<?> skip) {
      wanted.removeIf(skip::contains);
    } else if (input.get(RunInput.STEPS) instanceof Map<?, ?> flags) {
      wanted.removeIf(step -> Boolean.FALSE.equals(flags.get(step)));
    }
    return wanted;
  }
}
