package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a rule or schedule sends to.
 *
 * @param input constant text, null for none
 * @param inputPath JSONPath of the part to send, null for the whole event
 * @param transformer InputPathsMap and InputTemplate, null for none
 * @param retries how often a refused delivery is repeated
 * @param deadLetterArn queue for what could not be delivered, null for none
 * @param roleArn with which it is sent, null where the target's own policy decides
 */
public record Target(
    String id,
    String arn,
    String input,
    String inputPath,
    JsonNode transformer,
    int retries,
    String deadLetterArn,
    String roleArn) {
  /** AWS's default of 185 repetitions, in a day, is shortened: a person waits here. */
  static final int DEFAULT_RETRIES = 5;

  /** From the Targets of AWS::Events::Rule or the Target of AWS::Scheduler::Schedule. */
  public static Target of(JsonNode properties) {
    JsonNode retry = properties.path("RetryPolicy").path("MaximumRetryAttempts");
    return new Target(
        properties.path("Id").asText("target"),
        properties.path("Arn").asText(),
        text(properties, "Input"),
        text(properties, "InputPath"),
        properties.get("InputTransformer"),
        retry.isMissingNode() ? DEFAULT_RETRIES : retry.asInt(),
        text(properties.path("DeadLetterConfig"), "Arn"),
        text(properties, "RoleArn"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
