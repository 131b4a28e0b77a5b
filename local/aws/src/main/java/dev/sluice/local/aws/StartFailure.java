package dev.sluice.local.aws;

/** The runtime could not start; the message says why and what to do. */
final class StartFailure extends RuntimeException {
  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
