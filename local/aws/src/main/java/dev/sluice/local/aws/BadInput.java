package dev.sluice.local.aws;

/** The user asked for what cannot be done; the message says what can. */
final class BadInput extends RuntimeException {
  BadInput(String message) {
    super(message);
  }
}
