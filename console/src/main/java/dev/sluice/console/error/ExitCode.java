package dev.sluice.console.error;

/** What the command line's exit codes mean; scripts may rely on them. */
public final class ExitCode {
  /** The command did what was asked; an execution that was watched succeeded. */
  public static final int OK = 0;

  /** An execution that was watched ended otherwise than SUCCEEDED. */
  public static final int EXECUTION_FAILED = 1;

  /** The command line or its input was wrong; nothing was changed. */
  public static final int USAGE = 2;

  /** What the command needs is missing or did not answer. */
  public static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
