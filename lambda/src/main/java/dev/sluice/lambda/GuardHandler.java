package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.error.PipelineAlreadyRunning;
import dev.sluice.lambda.guard.Executions;
import dev.sluice.lambda.guard.Executions.Running;
import dev.sluice.lambda.guard.StepFunctionsExecutions;
import dev.sluice.lambda.json.Fields;
import java.util.Comparator;
import java.util.Map;

/**
 * Refuses a second execution of the pipeline. Of two that started at the same moment, the one whose
 * ARN comes first goes on, so that never both refuse and never both go on.
 *
 * <p>In: {@code {"execution": arn}}. Out: {@code {}}. Environment: {@code STATE_MACHINE_ARN}.
 */
public final class GuardHandler extends JsonHandler {

  private static final Comparator<Running> ORDER =
      Comparator.comparing(Running::startedAt).thenComparing(Running::arn);

  private final Executions executions;

  public GuardHandler() {
    this(
        new StepFunctionsExecutions(
            Clients.stepFunctions(), Environment.system().require(Variable.STATE_MACHINE_ARN)));
  }

  GuardHandler(Executions executions) {
    this.executions = executions;
  }

  /**
   * @throws PipelineAlreadyRunning naming the earliest execution that is still running
   */
  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    Running self = executions.describe(input.string(Payload.EXECUTION));
    Running first =
        executions
            .running()
            .filter(other -> !other.arn().equals(self.arn()))
            .min(ORDER)
            .orElse(self);
    if (ORDER.compare(first, self) < 0) {
      throw new PipelineAlreadyRunning(first.arn(), first.startedAt().toString());
    }
    return Map.of();
  }
}
