package dev.sluice.local.aws.services.events;

/**
 * Who sends to a target.
 *
 * @param arn of the rule or schedule
 * @param service its principal, e.g. {@code events.amazonaws.com}
 * @param roleArn the role that the target is sent to with, null where its own policy decides
 */
public record Sender(String arn, String service, String roleArn) {}
