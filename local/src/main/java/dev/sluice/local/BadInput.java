package dev.sluice.local;

/** The user asked for what cannot be done; the message says what can. */
final class BadInput extends RuntimeException {
  BadInput(String message) {
    super(message);
  }
}
