package dev.sluice.local.aws.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/** Invokes a deployed Lambda function. Does not block. */
public interface FunctionInvoker {
  /**
   * Starts one invocation.
   *
   * @param function name or ARN
   * @return the answer; completes exceptionally with {@link
   *     dev.sluice.local.aws.endpoint.ServiceError} where Lambda itself refuses (no such function,
   *     throttled), never because the function's code failed
   */
  CompletionStage<Answer> invoke(String function, JsonNode event);

  /**
   * What a function answered.
   *
   * @param functionError null when the function succeeded, otherwise {@code Unhandled}
   * @param payload the result, or Lambda's error document (errorType, errorMessage, stackTrace)
   */
  record Answer(String functionError, JsonNode payload) {}
}
