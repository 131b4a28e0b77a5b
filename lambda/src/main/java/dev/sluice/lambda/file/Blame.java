package dev.sluice.lambda.file;

import dev.sluice.core.function.ErrorName;
import dev.sluice.error.NotTheFilesFault;
import dev.sluice.error.ValidatorCrashed;
import dev.sluice.lambda.json.Json;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Decides from a failed validation's error whether the file is to blame. A crash, a timeout or lack
 * of memory on this one file is; a service that did not answer, or a function that is wrongly set
 * up, is not: then every file would fail, and none should be moved.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html">
 *     Errors of Lambda in Step Functions</a>
 */
public final class Blame {

  private static final Set<String> OF_THE_FILE =
      Set.of(
          ValidatorCrashed.class.getName(),
          OutOfMemoryError.class.getName(),
          StackOverflowError.class.getName(),
          // The process died or was ended: by its names in Lambda and in Step Functions.
          "Runtime.ExitError",
          "Sandbox.Timedout",
          "Lambda.Unknown",
          ErrorName.TIMEOUT);

  private Blame() {}

  /**
   * Why the file is turned down.
   *
   * @param uri of the file
   * @param error name of the error that Step Functions caught
   * @param cause its cause: JSON of Lambda, or text
   * @throws NotTheFilesFault where something else failed
   */
  public static Finding reason(String uri, String error, String cause) {
    String message = message(cause);
    if (!OF_THE_FILE.contains(error)) {
      throw new NotTheFilesFault(uri, error, message);
    }
    return Finding.ofFile(
        "crash",
        "the validator did not survive this file: "
            + error
            + (message.isEmpty() ? "" : ": " + message));
  }

  private static String message(String cause) {
    try {
      JsonNode node = Json.parse(cause);
      return node.field("errorMessage").map(JsonNode::text).orElse(cause);
    } catch (RuntimeException notJson) {
      return cause;
    }
  }
}
