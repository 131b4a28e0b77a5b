package dev.sluice.local.aws.endpoint;

/** An error that a client sees as AWS would send it. */
public final class ServiceError extends RuntimeException {
  private final String code;
  private final int status;

  /** A client error, status 400. */
  public ServiceError(String code, String message) {
    this(code, message, 400);
  }

  /**
   * An error with its status.
   *
   * @param code as the service's API reference names it, e.g. {@code EntityNotFoundException}
   * @param status HTTP status
   */
  public ServiceError(String code, String message, int status) {
    super(message);
    this.code = code;
    this.status = status;
  }

  /** The error's name. */
  public String code() {
    return code;
  }

  /** HTTP status, 400 and up. */
  public int status() {
    return status;
  }
}
