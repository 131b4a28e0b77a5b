package dev.sluice.local.asl.integration;

/** A task's failure, with the error name that Retry and Catch match, and its cause as text. */
public final class TaskFailure extends RuntimeException {
  private final String error;
  private final String cause;

  public TaskFailure(String error, String cause) {
    super(error + ": " + cause);
    this.error = error;
    this.cause = cause;
  }

  /** For example {@code Glue.ConcurrentRunsExceededException}. */
  public String error() {
    return error;
  }

  /** Often JSON, as the service writes it. */
  public String cause() {
    return cause;
  }
}
