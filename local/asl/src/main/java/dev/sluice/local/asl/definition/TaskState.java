package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * Calls a service.
 *
 * @param arguments what to call it with, or null for the state's input
 * @param timeoutSeconds or null for none
 * @param heartbeatSeconds or null for none
 */
public record TaskState(
    String name,
    Exit exit,
    ErrorHandling errors,
    String resource,
    Template arguments,
    Template timeoutSeconds,
    Template heartbeatSeconds)
    implements State {
  @Override
  public String type() {
    return "Task";
  }

  /** True where the task ends by SendTaskSuccess or SendTaskFailure. */
  public boolean waitsForToken() {
    return resource.endsWith(".waitForTaskToken");
  }

  /** True where workers fetch the task. */
  public boolean activity() {
    return resource.startsWith("arn:aws:states:") && resource.contains(":activity:");
  }

  /** True for the old form, in which the resource is a function's ARN. */
  public boolean direct() {
    return resource.contains(":lambda:") && resource.contains(":function:");
  }
}
