package dev.sluice.console.progress;

import java.time.Duration;
import java.time.Instant;

/** A step in one line: mark, name, state, time, counts. */
final class StepLine {
  private StepLine() {}

  static String of(StepProgress step, int nameWidth, Instant now) {
    String time = step.state() == StepState.WAITING ? "" : seconds(step.duration(now));
    if (step.state() == StepState.SKIPPED) {
      time = "";
    }
    return String.format(
            "%s %-" + nameWidth + "s  %-9s %7s  %s",
            step.state().mark(),
            step.name(),
            step.state().label(),
            time,
            details(step))
        .stripTrailing();
  }

  private static String details(StepProgress step) {
    if (step.state() == StepState.SUCCEEDED) {
      return Counts.words(step);
    }
    return step.state() == StepState.SKIPPED ? "" : step.items();
  }

  static String seconds(Duration duration) {
    long tenths = Math.max(0, duration.toMillis()) / 100;
    return tenths < 600
        ? (tenths / 10) + "." + (tenths % 10) + " s"
        : (tenths / 600) + " m " + (tenths % 600) / 10 + " s";
  }
}
