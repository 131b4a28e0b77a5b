package dev.sluice.error;

/** A manifest that a step needs is missing or not what the step before it writes. */
public final class BadManifest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadManifest(String message) {
    super(message);
  }

  public BadManifest(String message, Throwable cause) {
    super(message, cause);
  }
}
