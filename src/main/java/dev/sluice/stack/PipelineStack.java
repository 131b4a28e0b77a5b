package dev.sluice.stack;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.DataStores;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.pipeline.Pipeline;
import dev.sluice.pipeline.Site;
import dev.sluice.pipeline.asl.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * One pipeline: its state machine, what the steps need, what starts it and who hears of failure.
 */
public final class PipelineStack extends Stack {

  /** The stack of that pipeline, {@code SluiceOrders} for {@code orders}. */
  public PipelineStack(
      Construct scope,
      String id,
      StackProps props,
      Pipeline pipeline,
      Settings settings,
      Assets assets,
      DataStores stores,
      List<DatasetContract> datasets) {
    super(scope, id, props);
    Role role =
        Role.Builder.create(this, "MachineRole")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("What the executions of the pipeline " + pipeline.name() + " may do")
            .build();
    Site site = new Site(this, pipeline.name(), settings, assets, stores, role);
    PipelineMachine machine = new PipelineMachine(this, pipeline, site, role);
    new FileEvents(this, site);
    new FailureMails(this, site, machine.machine(), toJsonString(pipeline.outline()));
    new Triggers(this, site, machine.machine());
    directory(site, machine, pipeline, datasets);
  }

  /** Where consoles learn of the pipeline; the outputs say the same to people. */
  private void directory(
      Site site, PipelineMachine machine, Pipeline pipeline, List<DatasetContract> datasets) {
    DataStores stores = site.stores();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("pipeline", pipeline.name());
    entry.put("stateMachineArn", machine.machine().getStateMachineArn());
    entry.put("landingBucket", stores.landing().getBucketName());
    entry.put("failedBucket", stores.failed().getBucketName());
    entry.put("lakeBucket", stores.lake().getBucketName());
    entry.put("workBucket", stores.work().getBucketName());
    entry.put("auditTable", stores.audit().getTableName());
    entry.put("coordinationTable", stores.coordination().getTableName());
    entry.put("productsTable", stores.products().getTableName());
    entry.put("alertsTopicArn", stores.alerts().getTopicArn());
    entry.forEach(
        (name, value) ->
            CfnOutput.Builder.create(
                    this, Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .value(value.toString())
                .build());
    CfnOutput.Builder.create(this, "CostOfARun")
        .description("What a whole run costs besides calls of Lambda")
        .value(
            pipeline.transitions()
                + " state transitions; "
                + pipeline.costsPerItem().entrySet().stream()
                    .map(cost -> cost.getKey() + ": " + cost.getValue())
                    .collect(Collectors.joining("; "))
                + "; Glue capacity in "
                + String.join(", ", pipeline.glueSteps()))
        .build();
    entry.put("steps", pipeline.outline());
    Map<String, Object> contracts = new LinkedHashMap<>();
    datasets.forEach(
        dataset ->
            contracts.put(
                dataset.name(),
                Json.object(
                    "prefix", dataset.landingPrefix(), "cadence", dataset.cadence().text())));
    entry.put("datasets", contracts);
    StringParameter.Builder.create(this, "Directory")
        .parameterName("/" + site.settings().name() + "/pipelines/" + pipeline.name())
        .description("What consoles know of the pipeline " + pipeline.name())
        .stringValue(toJsonString(entry))
        .build();
  }
}
