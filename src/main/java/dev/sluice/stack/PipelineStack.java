package dev.sluice.stack;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.AlertTopic;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.Platform;
import dev.sluice.core.deployment.DirectoryField;
import dev.sluice.pipeline.model.Pipeline;
import dev.sluice.pipeline.model.Site;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * One pipeline: its state machine, what the steps need, what starts it and who hears of failure.
 */
public final class PipelineStack extends Stack {

  /** The stack {@code <deployment>-<pipeline>}. */
  public PipelineStack(
      Construct scope,
      StackProps props,
      Pipeline pipeline,
      Settings settings,
      Assets assets,
      DataStores stores) {
    super(scope, settings.deployment().named(pipeline.name()), props);
    Platform platform =
        new Platform(
            this,
            pipeline.name(),
            settings,
            assets,
            stores,
            AlertTopic.create(this, pipeline.name(), settings, stores.key()));
    Role role =
        Role.Builder.create(this, "MachineRole")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("What the executions of the pipeline " + pipeline.name() + " may do")
            .build();
    StateMachine machine =
        new PipelineMachine(this, pipeline, new Site(platform, role), role).machine();
    new FailureMails(this, platform, machine, toJsonString(pipeline.advisedOutline(platform)));
    if (!pipeline.datasets().isEmpty()) {
      new InvalidFilesMails(this, platform, machine, pipeline.datasets());
    }
    new Triggers(this, platform, machine);
    directory(platform, machine, pipeline);
  }

  /** Where consoles learn of the pipeline; the outputs say the same to people. */
  private void directory(Platform platform, StateMachine machine, Pipeline pipeline) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(DirectoryField.PIPELINE, pipeline.name());
    entry.put(DirectoryField.STATE_MACHINE_ARN, machine.getStateMachineArn());
    entry.putAll(DatasetsDirectory.places(platform));
    entry.forEach(
        (name, value) ->
            CfnOutput.Builder.create(
                    this, Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .value(value.toString())
                .build());
    CfnOutput.Builder.create(this, "CostOfARun")
        .description("What a whole run costs besides calls of Lambda")
        .value(pipeline.costOfARun())
        .build();
    entry.put(DirectoryField.STEPS, pipeline.outline());
    entry.put(DirectoryField.DATASETS, DatasetsDirectory.contracts(pipeline.datasets()));
    StringParameter.Builder.create(this, "Directory")
        .parameterName(platform.settings().deployment().pipelineParameter(pipeline.name()))
        .description("What consoles know of the pipeline " + pipeline.name())
        .stringValue(toJsonString(entry))
        .build();
  }
}
