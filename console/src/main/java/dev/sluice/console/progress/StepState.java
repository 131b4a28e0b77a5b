package dev.sluice.console.progress;

/** How far a step of an execution has come. */
public enum StepState {
  WAITING("waiting", "·"),
  RUNNING("running", "▶"),
  SUCCEEDED("succeeded", "✓"),
  SKIPPED("skipped", "○"),
  FAILED("failed", "✗"),
  ABORTED("aborted", "✗");

  private final String label;
  private final String mark;

  StepState(String label, String mark) {
    this.label = label;
    this.mark = mark;
  }

  public String label() {
    return label;
  }

  /** One character that says the same. */
  public String mark() {
    return mark;
  }

  public boolean ended() {
    return this != WAITING && this != RUNNING;
  }
}
