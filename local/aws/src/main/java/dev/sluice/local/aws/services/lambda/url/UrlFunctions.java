package dev.sluice.local.aws.services.lambda.url;

import java.util.concurrent.CompletionStage;

/** The functions behind the URLs. */
public interface UrlFunctions {
  /**
   * The ARN of a deployed function.
   *
   * @throws dev.sluice.local.aws.endpoint.ServiceError where there is none of that name or ARN
   */
  String arn(String function);

  /**
   * Starts one invocation.
   *
   * @return the answer; completes exceptionally with {@link
   *     dev.sluice.local.aws.endpoint.ServiceError} where Lambda itself refuses
   */
  CompletionStage<Result> invoke(String function, byte[] event);

  /**
   * What a function answered.
   *
   * @param failed true where its code failed, whose error document is the payload
   */
  record Result(boolean failed, byte[] payload) {}
}
