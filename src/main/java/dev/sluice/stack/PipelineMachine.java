package dev.sluice.stack;

import dev.sluice.construct.Nag;
import dev.sluice.pipeline.model.Pipeline;
import dev.sluice.pipeline.model.Site;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** The state machine of a pipeline, with its log and X-Ray. */
final class PipelineMachine extends Construct {
  private final StateMachine machine;

  /** Draws the pipeline on the site. */
  PipelineMachine(Construct scope, Pipeline pipeline, Site site, Role role) {
    super(scope, "Machine");
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            // Step Functions' log groups share one resource policy unless they start like this.
            .logGroupName("/aws/vendedlogs/states/" + site.machineName())
            .retention(site.settings().logRetention())
            // A name of its own would be in the way of the next deployment.
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    machine =
        StateMachine.Builder.create(this, "StateMachine")
            .stateMachineName(site.machineName())
            .stateMachineType(StateMachineType.STANDARD)
            .definitionBody(
                DefinitionBody.fromString(Stack.of(this).toJsonString(pipeline.definition(site))))
            .role(role)
            .tracingEnabled(true)
            .logs(
                LogOptions.builder()
                    .destination(log)
                    .level(LogLevel.ALL)
                    .includeExecutionData(true)
                    .build())
            .build();
    Nag.accept(
        role,
        "AwsSolutions-IAM5",
        "Execution names and keys of manifests are not known at synth; X-Ray and the delivery of"
            + " logs have no resources to name.");
  }

  /** The machine. */
  StateMachine machine() {
    return machine;
  }
}
