package dev.sluice.pipeline.step;

import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.Platform;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;

/**
 * Waits until a file of a dataset is registered; goes on at once where one is that was not ingested
 * yet (NEW or VALID). Waiting costs nothing. After the contract's time the step fails with
 * States.Timeout, and a redrive waits anew.
 */
public final class Await extends Step {
  private final DatasetContract dataset;

  /** Waits for that dataset. */
  public Await(DatasetContract dataset) {
    super("await_" + dataset.name());
    this.dataset = dataset;
  }

  @Override
  public List<DatasetContract> datasets() {
    return List.of(dataset);
  }

  @Override
  public Map<String, String> advice(Platform platform) {
    return Map.of(
        ErrorName.TIMEOUT,
        "No file of "
            + dataset.name()
            + " arrived in time: upload one, then redrive; it waits again.");
  }

  @Override
  public Cost cost() {
    return Cost.transitions(2);
  }

  @Override
  protected States states(Site site, String next) {
    long seconds = dataset.await().toSeconds();
    return new States()
        .add(
            name(),
            site.invokeAndWait(
                    handler(site),
                    Json.object(
                        Payload.DATASET, dataset.name(),
                        Payload.EXECUTION, Jsonata.expression(Jsonata.EXECUTION_ARN),
                        Payload.TASK_TOKEN, Jsonata.expression("$states.context.Task.Token"),
                        Payload.TIMEOUT_SECONDS, seconds),
                    seconds)
                .output(succeeded("{'object': $states.result.object}"))
                .next(next));
  }

  private static Handler handler(Site site) {
    Grants grants = site.grants();
    return site.handler(
        HandlerSpec.named("await-dataset")
            .with(Variable.AUDIT_TABLE, site.stores().audit().getTableName())
            .with(Variable.COORDINATION_TABLE, site.stores().coordination().getTableName())
            .may(grants.queryIndex(site.stores().audit(), AuditSchema.BY_STATE))
            .may(grants.items(site.stores().audit(), "BatchGetItem"))
            .may(grants.items(site.stores().coordination(), "Query", "PutItem", "DeleteItem"))
            .may(Grants.statement(List.of("states:SendTaskSuccess"), site.machineArn())));
  }
}
