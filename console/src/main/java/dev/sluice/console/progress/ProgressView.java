package dev.sluice.console.progress;

import java.time.Instant;

/** Shows an execution's progress to a person. */
public interface ProgressView {
  /** Called at each reading of the history, changed or not. */
  void show(ExecutionProgress progress, Instant now);

  /** A view that repaints in place where the output is a terminal, else one that prints changes. */
  static ProgressView forThisOutput() {
    String term = System.getenv("TERM");
    boolean terminal = System.console() != null && term != null && !term.equals("dumb");
    return terminal ? new LiveView(System.out) : new PlainView(System.out);
  }
}
