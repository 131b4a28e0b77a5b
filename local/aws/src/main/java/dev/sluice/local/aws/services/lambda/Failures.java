package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The error documents that Lambda itself writes when a function cannot.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html">AWS</a>
 */
final class Failures {
  /** Largest answer of a synchronous invocation, bytes: 6 MB and a little for the envelope. */
  static final int MAX_RESPONSE = 6_291_556;

  // The shell's convention, which Java's Process follows: 128 + the signal's number.
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          130,
          "interrupt",
          134,
          "aborted",
          135,
          "bus error",
          137,
          "killed",
          139,
          "segmentation fault",
          143,
          "terminated");

  private Failures() {}

  static Outcome timedOut(String requestId, double seconds) {
    return document(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            seconds));
  }

  /**
   * @param reason as {@link #exitReason} says it
   */
  static Outcome exited(String requestId, String reason) {
    return document("Runtime.ExitError", "RequestId: " + requestId + " Error: " + reason);
  }

  static String exitReason(int status) {
    if (status == 0) {
      return "Runtime exited without providing a reason";
    }
    String signal = SIGNALS.get(status);
    return "Runtime exited with error: "
        + (signal == null ? "exit status " + status : "signal: " + signal);
  }

  static Outcome responseTooLarge() {
    return document(
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size ("
            + MAX_RESPONSE
            + " bytes).");
  }

  /** No attempt found a place among the account's invocations. */
  static Outcome throttled(String message) {
    return document("TooManyRequestsException", message);
  }

  /** The environment could not be started at all. */
  static Outcome notStarted(String message) {
    return document("Runtime.InvalidEntrypoint", message);
  }

  private static Outcome document(String type, String message) {
    ObjectNode error = Json.object();
    error.put("errorType", type).put("errorMessage", message);
    return Outcome.failure(error.toString().getBytes(StandardCharsets.UTF_8));
  }
}
