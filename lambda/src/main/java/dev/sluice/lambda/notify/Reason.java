package dev.sluice.lambda.notify;

import dev.sluice.core.function.ErrorName;
import dev.sluice.core.text.OneLine;
import dev.sluice.lambda.json.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * An error and its cause in one sentence. Causes of Lambda and of Glue jobs are JSON documents, of
 * which a person needs a line.
 *
 * @param error as Step Functions names it; "unknown error" where it says nothing
 * @param text what happened, on one line
 * @param jobRun the id of the Glue job run that failed, where it was one
 */
public record Reason(String error, String text, Optional<String> jobRun) {
  private static final int LONGEST = 600;

  /** What services and SDKs add to their messages for their own support. */
  private static final Pattern NOISE =
      Pattern.compile(
          "\\s*\\(Service: [^)]*\\)|\\s*\\(SDK Attempt Count: \\d+\\)|^RequestId: \\S+ Error: ");

  /** Reads an error's name and cause, either of which may be missing. */
  public static Reason of(String error, String cause) {
    String name = error == null || error.isBlank() ? "unknown error" : error;
    if (cause == null || cause.isBlank()) {
      return new Reason(name, "no cause was given", Optional.empty());
    }
    Map<String, JsonNode> fields = object(cause);
    if (fields.containsKey("errorMessage")) {
      return new Reason(name, line(text(fields, "errorMessage")), Optional.empty());
    } else if (fields.containsKey("errorType")) {
      return new Reason(
          name, line(text(fields, "errorType") + ", without a message"), Optional.empty());
    } else if (fields.containsKey("JobRunState")) {
      return jobRun(name, fields);
    }
    return new Reason(name, line(cause), Optional.empty());
  }

  /** Both in one sentence: the error's name leads unless it is the one that says nothing. */
  public String sentence() {
    return error.equals(ErrorName.TASK_FAILED) ? text : error + ": " + text;
  }

  private static Reason jobRun(String error, Map<String, JsonNode> run) {
    String message = text(run, "ErrorMessage");
    String state = text(run, "JobRunState").toLowerCase(Locale.ROOT);
    String id = text(run, "Id");
    return new Reason(
        error,
        line(
            "Glue job "
                + text(run, "JobName")
                + " "
                + (state.equals("timeout") ? "timed out" : state)
                + (message.isEmpty() ? "" : ": " + message)),
        Optional.of(id).filter(value -> !value.isEmpty()));
  }

  /** The document's fields; none where the text is no JSON object. */
  private static Map<String, JsonNode> object(String text) {
    if (!text.startsWith("{")) {
      return Map.of();
    }
    try {
      return Json.parse(text).asObject();
    } catch (RuntimeException e) {
      // A cause is cut at 32,768 characters: then it is only text.
      return Map.of();
    }
  }

  private static String text(Map<String, JsonNode> fields, String name) {
    JsonNode node = fields.get(name);
    return node == null || node.isNull() ? "" : node.text();
  }

  private static String line(String text) {
    String line = OneLine.of(NOISE.matcher(text).replaceAll("").strip().replaceAll("\\s+", " "));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " [...]";
  }
}
