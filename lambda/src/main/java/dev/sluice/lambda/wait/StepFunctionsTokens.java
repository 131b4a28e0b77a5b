package dev.sluice.lambda.wait;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * {@link TaskTokens} of Step Functions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
 */
public final class StepFunctionsTokens implements TaskTokens {

  private final SfnClient stepFunctions;

  public StepFunctionsTokens(SfnClient stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  @Override
  public boolean succeed(String token, String outputJson) {
    try {
      stepFunctions.sendTaskSuccess(s -> s.taskToken(token).output(outputJson));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      return false;
    }
  }
}
