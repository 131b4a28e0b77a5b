package dev.sluice.console.command;

import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Reads the sentence out of a cause, which services write as JSON. */
final class ErrorText {
  private static final int LONGEST = 300;

  private ErrorText() {}

  /** A Lambda function's errorMessage, a Glue run's ErrorMessage, or the first line as it is. */
  static String oneLine(String cause) {
    if (cause == null || cause.isBlank()) {
      return "no cause was given";
    }
    String text = message(cause).orElse(cause).strip().lines().findFirst().orElse("");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  private static Optional<String> message(String cause) {
    if (!cause.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonNode.parser().parse(cause);
      return json.field("errorMessage")
          .or(() -> json.field("ErrorMessage"))
          .filter(JsonNode::isString)
          .map(JsonNode::asString);
    } catch (RuntimeException notJson) {
      return Optional.empty();
    }
  }
}
