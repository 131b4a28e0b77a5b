package dev.sluice.local.asl.run;

/** The states of an execution. */
public enum Status {
  PENDING,
  /** Failed before, and waits for its turn in the redrive of its map run. */
  PENDING_REDRIVE,
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED;

  /** The type of the history event that ends an execution so. */
  public String event() {
    return switch (this) {
      case SUCCEEDED -> "ExecutionSucceeded";
      case FAILED -> "ExecutionFailed";
      case TIMED_OUT -> "ExecutionTimedOut";
      case ABORTED -> "ExecutionAborted";
      case PENDING, PENDING_REDRIVE, RUNNING ->
          throw new IllegalStateException(this + " is no end.");
    };
  }

  public boolean unsuccessful() {
    return this == FAILED || this == TIMED_OUT || this == ABORTED;
  }
}
