package dev.sluice.local.aws.services.lambda;

/**
 * What became of an invocation.
 *
 * @param functionError null for success, else {@code Unhandled}
 * @param payload the function's answer, or Lambda's error document
 */
record Outcome(String functionError, byte[] payload) {
  static Outcome success(byte[] payload) {
    return new Outcome(null, payload);
  }

  static Outcome failure(byte[] payload) {
    return new Outcome("Unhandled", payload);
  }

  boolean failed() {
    return functionError != null;
  }
}
