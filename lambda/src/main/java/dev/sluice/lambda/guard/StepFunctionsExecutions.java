package dev.sluice.lambda.guard;

import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * {@link Executions} of Step Functions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">ListExecutions</a>
 */
public final class StepFunctionsExecutions implements Executions {

  private final SfnClient stepFunctions;
  private final String stateMachineArn;

  public StepFunctionsExecutions(SfnClient stepFunctions, String stateMachineArn) {
    this.stepFunctions = stepFunctions;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public Stream<Running> running() {
    return stepFunctions
        .listExecutionsPaginator(
            l -> l.stateMachineArn(stateMachineArn).statusFilter(ExecutionStatus.RUNNING))
        .executions()
        .stream()
        .map(execution -> new Running(execution.executionArn(), execution.startDate()));
  }

  @Override
  public Running describe(String arn) {
    DescribeExecutionResponse execution = stepFunctions.describeExecution(d -> d.executionArn(arn));
    return new Running(arn, execution.startDate());
  }
}
