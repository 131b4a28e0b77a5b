package dev.sluice.error;

/** The validator itself broke on a file, which says nothing about the other files. */
public final class ValidatorCrashed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ValidatorCrashed(String uri, Throwable cause) {
    super("the validator broke on " + uri + ": " + cause, cause);
  }
}
