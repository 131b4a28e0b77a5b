package dev.sluice.error;

/** A handler's input does not have the shape that it needs; the message names the field. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }
}
