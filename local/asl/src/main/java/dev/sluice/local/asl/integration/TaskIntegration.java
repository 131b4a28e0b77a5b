package dev.sluice.local.asl.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Runs one kind of Task. Implementations are called from several threads and must not block.
 *
 * <p>For a resource that ends in {@code .waitForTaskToken} the stage ends when the call has been
 * made; the state itself ends by SendTaskSuccess or SendTaskFailure with the request's token.
 */
public interface TaskIntegration {
  /**
   * True where this integration runs Tasks of that resource, for example {@code
   * arn:aws:states:::lambda:invoke}. A resource that nobody handles is refused when a state machine
   * is created.
   */
  boolean handles(String resource);

  /**
   * The arguments that the resource takes, by which a definition is checked when a state machine is
   * created; empty where any are fine.
   */
  default Optional<TaskArguments> arguments(String resource) {
    return Optional.empty();
  }

  /** The result of the resource, by which mocks are checked; empty where any is fine. */
  default Optional<TaskResult> result(String resource) {
    return Optional.empty();
  }

  /**
   * Starts the task.
   *
   * @return a stage that completes with the result, or exceptionally with {@link TaskFailure}
   */
  CompletionStage<JsonNode> run(TaskRequest request);
}
