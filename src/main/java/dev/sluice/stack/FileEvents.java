package dev.sluice.stack;

import dev.sluice.construct.DeadLetters;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.Platform;
import dev.sluice.core.function.Variable;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Registers each file that lands, and wakes the runs of any pipeline that wait for it. */
final class FileEvents extends Construct {
  FileEvents(Construct scope, Platform platform, List<String> waiting) {
    super(scope, "FileEvents");
    Grants grants = platform.grants();
    HandlerSpec spec =
        HandlerSpec.named("register-file")
            .startsFromSnapshot()
            .with(Variable.AUDIT_TABLE, platform.stores().audit().getTableName())
            .with(Variable.COORDINATION_TABLE, platform.stores().coordination().getTableName())
            .with(Variable.ALERTS_TOPIC, platform.alerts().getTopicArn())
            .with(Variable.DEPLOYMENT, platform.settings().deployment().name())
            .may(grants.items(platform.stores().audit(), "UpdateItem"))
            .may(grants.items(platform.stores().coordination(), "Query", "PutItem", "DeleteItem"))
            .may(grants.deleteVersions(platform.stores().landing(), "*"))
            .may(grants.publish(platform.alerts()));
    Handler register =
        platform.handler(waiting.isEmpty() ? spec : spec.may(wake(platform, waiting)));
    Queue deadLetters = DeadLetters.watched(this, platform, "files that landed");
    register.keepFailedEvents(deadLetters);
    Rule.Builder.create(this, "Landed")
        .description("A file landed: register it")
        .eventPattern(Arrivals.in(platform.stores().landing()))
        .targets(
            List.of(
                LambdaFunction.Builder.create(register.target())
                    .deadLetterQueue(deadLetters)
                    .maxEventAge(Duration.hours(24))
                    .retryAttempts(185)
                    .build()))
        .build();
  }

  /**
   * A token says nothing about its execution, and the service knows no narrower resource for
   * answering one than the machine.
   */
  private static PolicyStatement wake(Platform platform, List<String> waiting) {
    return Grants.statement(
        List.of("states:SendTaskSuccess"),
        waiting.stream().map(platform::machineArn).toArray(String[]::new));
  }
}
