package dev.sluice.local.asl.run;

/**
 * How an execution ended.
 *
 * @param output null unless it succeeded
 * @param error null where it succeeded
 */
public record Outcome(Status status, Payload output, StateError error) {
  public static Outcome succeeded(Payload output) {
    return new Outcome(Status.SUCCEEDED, output, null);
  }
}
