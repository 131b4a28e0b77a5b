package dev.sluice.local.asl.run;

/**
 * How an execution ended.
 *
 * @param output null unless it succeeded
 * @param error null where it succeeded
 */
public record Outcome(Status status, Payload output, StateError error) {
  /** True where the execution was stopped or ran out of time. */
  boolean fromOutside() {
    return status == Status.ABORTED || status == Status.TIMED_OUT;
  }

  public static Outcome succeeded(Payload output) {
    return new Outcome(Status.SUCCEEDED, output, null);
  }
}
