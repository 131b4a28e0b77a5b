package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.Platform;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.plan.RunInput;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;

/** Refuses to start beside an older RUNNING execution of the pipeline, naming it. */
public final class Guard extends Step {
  /** The guard. */
  public Guard() {
    super(RunInput.GUARD);
  }

  @Override
  public Map<String, String> advice(Platform platform) {
    return Map.of(
        ErrorName.PIPELINE_ALREADY_RUNNING,
        "Wait until the other execution has ended, then redrive this one.");
  }

  @Override
  public Cost cost() {
    return Cost.transitions(2);
  }

  @Override
  protected States states(Site site, String next) {
    Handler guard =
        site.handler(
            HandlerSpec.named("guard")
                .with(Variable.STATE_MACHINE_ARN, site.machineArn())
                .may(Grants.statement(List.of("states:ListExecutions"), site.machineArn()))
                .may(
                    Grants.statement(
                        List.of("states:DescribeExecution"), site.executionArn(":*"))));
    return new States()
        .add(
            name(),
            site.invoke(
                    guard,
                    Json.object(Payload.EXECUTION, Jsonata.expression(Jsonata.EXECUTION_ARN)))
                .output(succeeded("{}"))
                .next(next));
  }
}
