package dev.sluice.local.asl.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One Task to run.
 *
 * @param resource the Task's Resource
 * @param arguments the evaluated Arguments
 * @param executionArn the execution (of a distributed map: the child) that the task belongs to
 * @param roleArn the state machine's role, as which the task is run; null where it has none
 * @param stateName the Task state's name
 * @param taskToken the token to answer with, or null unless the resource waits for one
 * @param cancel fires when nobody waits for the result any longer
 * @param submitted to be told the service's first answer by {@code .sync} integrations, for example
 *     the id of the job run; it becomes the history's TaskSubmitted event
 */
public record TaskRequest(
    String resource,
    JsonNode arguments,
    String executionArn,
    String roleArn,
    String stateName,
    String taskToken,
    CancelSignal cancel,
    Consumer<JsonNode> submitted) {
  public TaskRequest {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(executionArn, "executionArn");
    Objects.requireNonNull(stateName, "stateName");
    Objects.requireNonNull(cancel, "cancel");
    Objects.requireNonNull(submitted, "submitted");
  }

  /** A request of which nobody wants to know when it was submitted. */
  public TaskRequest(
      String resource,
      JsonNode arguments,
      String executionArn,
      String roleArn,
      String stateName,
      String taskToken,
      CancelSignal cancel) {
    this(resource, arguments, executionArn, roleArn, stateName, taskToken, cancel, answer -> {});
  }
}
