package dev.sluice.console.progress;

import java.io.PrintStream;
import java.time.Instant;

/** Repaints a line a step in place, with the terminal's own control sequences. */
final class LiveView implements ProgressView {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";

  private final PrintStream out;
  private int painted;

  LiveView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(ExecutionProgress progress, Instant now) {
    StringBuilder screen = new StringBuilder();
    if (painted > 0) {
      screen.append(String.format(UP, painted));
    }
    int width = PlainView.nameWidth(progress);
    painted = 0;
    for (StepProgress step : progress.steps()) {
      screen.append(CLEAR_LINE).append("  ").append(StepLine.of(step, width, now)).append('\n');
      painted++;
    }
    out.print(screen);
    out.flush();
  }
}
