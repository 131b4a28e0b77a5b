package dev.sluice.local.asl.api;

/** A refused API call, with the error code that AWS's API gives for it. */
public final class AslException extends RuntimeException {
  private final String code;

  public AslException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** For example {@code ExecutionDoesNotExist}. */
  public String code() {
    return code;
  }
}
