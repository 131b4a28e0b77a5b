package dev.sluice.local.asl.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * One Task to run.
 *
 * @param resource the Task's Resource
 * @param arguments the evaluated Arguments
 * @param executionArn the execution (of a distributed map: the child) that the task belongs to
 * @param stateName the Task state's name
 * @param taskToken the token to answer with, or null unless the resource waits for one
 * @param cancel fires when nobody waits for the result any longer
 */
public record TaskRequest(
    String resource,
    JsonNode arguments,
    String executionArn,
    String stateName,
    String taskToken,
    CancelSignal cancel) {
  public TaskRequest {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(executionArn, "executionArn");
    Objects.requireNonNull(stateName, "stateName");
    Objects.requireNonNull(cancel, "cancel");
  }
}
