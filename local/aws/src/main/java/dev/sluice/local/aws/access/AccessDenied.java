package dev.sluice.local.aws.access;

/** A call that the policies do not allow; the message is AWS's. */
public final class AccessDenied extends RuntimeException {
  private final transient Access access;

  AccessDenied(String message, Access access) {
    super(message);
    this.access = access;
  }

  /** What was not allowed: of an encrypted resource this may be the use of its key. */
  public Access access() {
    return access;
  }
}
