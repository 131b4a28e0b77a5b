package dev.sluice.local.spark;

/** Something that the worker refuses, with a message that needs no class name in front. */
final class PlainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlainException(String message) {
    super(message);
  }
}
