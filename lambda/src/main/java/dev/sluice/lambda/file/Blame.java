package dev.sluice.lambda.file;

import dev.sluice.error.NotTheFilesFault;
import dev.sluice.lambda.json.Json;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Decides from a failed validation's error whether the file is to blame. A crash, a timeout or lack
 * of memory on this one file is; a service that did not answer is not.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">
 *     Error names of Step Functions, with those of Lambda</a>
 */
public final class Blame {

  private static final Set<String> SERVICE_ERRORS =
      Set.of(
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
          "Lambda.EC2ThrottledException",
          "Lambda.KMSAccessDeniedException",
          "Lambda.KMSDisabledException",
          "Lambda.ResourceNotFoundException",
          "States.Permissions",
          dev.sluice.error.StorageUnavailable.class.getName(),
          dev.sluice.error.BadInput.class.getName());

  private Blame() {}

  /**
   * Why the file is turned down.
   *
   * @param uri of the file
   * @param error name of the error that Step Functions caught
   * @param cause its cause: JSON of Lambda, or text
   * @throws NotTheFilesFault where a service failed
   */
  public static Finding reason(String uri, String error, String cause) {
    String message = message(cause);
    if (SERVICE_ERRORS.contains(error) || error.startsWith("software.amazon.awssdk.")) {
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
