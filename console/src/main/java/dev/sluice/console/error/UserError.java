package dev.sluice.console.error;

/** An error that a person can act on; its message is shown alone, without a stack trace. */
public final class UserError extends RuntimeException {
  private final int exitCode;

  private UserError(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Wrong input: what was found, what was expected, what to do. */
  public static UserError usage(String message) {
    return new UserError(ExitCode.USAGE, message, null);
  }

  /** Something that the command needs is missing or does not answer. */
  public static UserError unavailable(String message) {
    return new UserError(ExitCode.UNAVAILABLE, message, null);
  }

  /** As {@link #unavailable(String)}, keeping the cause for the log. */
  public static UserError unavailable(String message, Throwable cause) {
    return new UserError(ExitCode.UNAVAILABLE, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
