package dev.sluice.error;

/** Reading an object broke off; the object's content is not to blame. Worth a retry. */
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageUnavailable(String uri, Throwable cause) {
    super("reading " + uri + " broke off: " + cause.getMessage(), cause);
  }
}
