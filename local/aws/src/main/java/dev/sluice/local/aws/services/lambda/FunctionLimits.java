package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.Map;

/**
 * What Lambda takes of a function's configuration.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Function
 *     configuration, deployment, and execution</a>
 */
final class FunctionLimits {
  private static final int LEAST_MEMORY_MB = 128;
  private static final int MOST_MEMORY_MB = 10_240;
  private static final int LONGEST_SECONDS = 900;
  private static final int MOST_VARIABLES_BYTES = 4_096;

  private FunctionLimits() {}

  /**
   * Lets a function pass that AWS would take.
   *
   * @throws IllegalArgumentException naming the property, what it is and what it may be
   */
  static void check(FunctionConfig function) {
    between("MemorySize", function.memoryMb(), LEAST_MEMORY_MB, MOST_MEMORY_MB);
    between("Timeout", function.timeoutSeconds(), 1, LONGEST_SECONDS);
    int bytes = bytes(function.environment());
    if (bytes > MOST_VARIABLES_BYTES) {
      throw new IllegalArgumentException(
          "the environment variables have %d bytes, expected at most %d: keep what is long in a file or a parameter"
              .formatted(bytes, MOST_VARIABLES_BYTES));
    }
  }

  private static void between(String property, int found, int least, int most) {
    if (found < least || found > most) {
      throw new IllegalArgumentException(
          "%s is %d, expected a number from %d to %d".formatted(property, found, least, most));
    }
  }

  /** As JSON, in which Lambda counts them. */
  private static int bytes(Map<String, String> variables) {
    ObjectNode json = Json.object();
    variables.forEach(json::put);
    return Payloads.write(json).length;
  }
}
