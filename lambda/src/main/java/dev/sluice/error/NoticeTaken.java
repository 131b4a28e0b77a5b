package dev.sluice.error;

/** A mail is being sent by someone else, or was when they died; trying again later tells which. */
public final class NoticeTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoticeTaken(String message) {
    super(message);
  }
}
