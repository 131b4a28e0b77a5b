package dev.sluice.stack;

import dev.sluice.construct.DeadLetters;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.Platform;
import dev.sluice.core.function.Variable;
import java.util.List;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Mails when an execution failed, timed out or was stopped. From outside the run: a state that
 * caught the failure would count as exited, and a redrive would not enter the failed step again.
 */
final class FailureMails extends Construct {
  /** With the pipeline's steps as JSON, by which a mail says what is left to do. */
  FailureMails(Construct scope, Platform platform, StateMachine machine, String steps) {
    super(scope, "FailureMails");
    Handler notifier = notifier(platform, steps);
    EndedExecutions.call(
        this,
        "Failed",
        notifier,
        platform,
        machine,
        "failed: mail",
        "failed executions",
        List.of("FAILED", "TIMED_OUT", "ABORTED"));
    DeadLetters.alarmOnErrors(this, platform, notifier);
  }

  private static Handler notifier(Platform platform, String steps) {
    Grants grants = platform.grants();
    return platform.handler(
        HandlerSpec.named("notify-failure")
            .timeout(120)
            .with(Variable.COORDINATION_TABLE, platform.stores().coordination().getTableName())
            .with(Variable.ALERTS_TOPIC, platform.alerts().getTopicArn())
            .with(Variable.PIPELINE, platform.part())
            .with(Variable.STEPS, steps)
            .may(
                grants.items(
                    platform.stores().coordination(), "PutItem", "UpdateItem", "DeleteItem"))
            .may(grants.publish(platform.alerts()))
            .may(
                Grants.statement(
                    List.of("states:GetExecutionHistory"), platform.executionArn(":*")))
            // What became of a distributed map, and why its children failed.
            .may(
                Grants.statement(
                    List.of("states:DescribeMapRun", "states:ListExecutions"),
                    platform.mapRunArn()))
            .may(
                Grants.statement(
                    List.of("states:DescribeExecution"), platform.executionArn("/*:*"))));
  }
}
