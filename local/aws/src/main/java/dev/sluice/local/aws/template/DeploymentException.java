package dev.sluice.local.aws.template;

/** The assembly cannot be deployed; the message says which resource and what to do. */
public final class DeploymentException extends RuntimeException {
  /** With a message. */
  public DeploymentException(String message) {
    super(message);
  }

  /** With its cause. */
  public DeploymentException(String message, Throwable cause) {
    super(message, cause);
  }
}
