package dev.sluice.console.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Prints a line for each change of a step, and for items done at most every few seconds. */
final class PlainView implements ProgressView {
  private static final Duration ITEMS_EVERY = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Map<String, StepState> shown = new HashMap<>();
  private final Map<String, Instant> itemsShown = new HashMap<>();
  private final Map<String, String> items = new HashMap<>();

  PlainView(PrintStream out) {
    this.out = out;
  }

  static int nameWidth(ExecutionProgress progress) {
    return progress.steps().stream().mapToInt(s -> s.name().length()).max().orElse(1);
  }

  @Override
  public void show(ExecutionProgress progress, Instant now) {
    int width = nameWidth(progress);
    for (StepProgress step : progress.steps()) {
      StepState before = shown.put(step.name(), step.state());
      boolean changed =
          before != step.state() && !(before == null && step.state() == StepState.WAITING);
      if (changed || moved(step, now)) {
        out.println("  " + StepLine.of(step, width, now));
      }
    }
    out.flush();
  }

  private boolean moved(StepProgress step, Instant now) {
    if (step.state() != StepState.RUNNING
        || step.items().equals(items.getOrDefault(step.name(), ""))) {
      return false;
    }
    Instant last = itemsShown.get(step.name());
    if (last != null && Duration.between(last, now).compareTo(ITEMS_EVERY) < 0) {
      return false;
    }
    itemsShown.put(step.name(), now);
    items.put(step.name(), step.items());
    return true;
  }
}
