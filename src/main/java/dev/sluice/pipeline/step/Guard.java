package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.pipeline.Cost;
import dev.sluice.pipeline.Site;
import dev.sluice.pipeline.Step;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.States;
import java.util.List;

/** Refuses to start beside an older RUNNING execution of the pipeline, naming it. */
public final class Guard extends Step {
  /** The guard. */
  public Guard() {
    super("guard");
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
                .with("STATE_MACHINE_ARN", site.machineArn())
                .may(Grants.statement(List.of("states:ListExecutions"), site.machineArn()))
                .may(
                    Grants.statement(
                        List.of("states:DescribeExecution"), site.executionArn(":*"))));
    return new States()
        .add(
            name(),
            site.invoke(guard, Json.object("execution", Jsonata.expression(Jsonata.EXECUTION_ARN)))
                .output(succeeded("{}"))
                .next(next));
  }
}
