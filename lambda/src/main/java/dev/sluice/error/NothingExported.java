package dev.sluice.error;

/** No item of a map succeeded, whatever number of failures is tolerated. */
public final class NothingExported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NothingExported(String message) {
    super(message);
  }
}
