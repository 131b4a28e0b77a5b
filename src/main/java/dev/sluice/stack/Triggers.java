package dev.sluice.stack;

import dev.sluice.config.Settings;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Nag;
import dev.sluice.construct.Platform;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** What starts the pipeline besides people: a schedule, a file that arrives. Neither by default. */
final class Triggers extends Construct {
  Triggers(Construct scope, Platform platform, StateMachine machine) {
    super(scope, "Triggers");
    Settings.Triggers triggers = platform.settings().triggersOf(platform.part());
    if (!triggers.schedule().isEmpty()) {
      schedule(platform, machine, triggers);
    }
    if (triggers.startOnFile()) {
      startOnFile(platform, machine);
    }
  }

  private void schedule(Platform platform, StateMachine machine, Settings.Triggers triggers) {
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .description("Starts the pipeline " + platform.part())
            .build();
    role.addToPolicy(
        Grants.statement(List.of("states:StartExecution"), machine.getStateMachineArn()));
    CfnSchedule.Builder.create(this, "Schedule")
        .name(platform.machineName())
        .description("Starts the pipeline " + platform.part())
        .scheduleExpression(triggers.schedule())
        .scheduleExpressionTimezone(triggers.timezone())
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .state("ENABLED")
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(machine.getStateMachineArn())
                .roleArn(role.getRoleArn())
                .input("{}")
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(3600)
                        .maximumRetryAttempts(10)
                        .build())
                .build())
        .build();
  }

  /** For inboxes where files arrive one at a time: the guard refuses a run beside another. */
  private void startOnFile(Platform platform, StateMachine machine) {
    Rule rule =
        Rule.Builder.create(this, "OnFile")
            .description("A file landed: start the pipeline " + platform.part())
            .eventPattern(Arrivals.in(platform.stores().landing()))
            .targets(
                List.of(
                    SfnStateMachine.Builder.create(machine)
                        .input(RuleTargetInput.fromObject(Map.of()))
                        .build()))
            .build();
    Nag.accept(rule, "AwsSolutions-IAM5", "The rule's role starts one state machine.");
  }
}
