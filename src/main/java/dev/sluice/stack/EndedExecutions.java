package dev.sluice.stack;

import dev.sluice.construct.DeadLetters;
import dev.sluice.construct.Handler;
import dev.sluice.construct.Platform;
import dev.sluice.pipeline.asl.Json;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** Calls functions when executions of a pipeline have ended. */
final class EndedExecutions {
  private EndedExecutions() {}

  /**
   * Calls the handler for a day, until it succeeds; what it could not handle lies in a queue that
   * is watched.
   *
   * @param id of the rule in the scope
   * @param then what follows, for the rule's description
   * @param what lies in the queue, for its alarm
   * @param statuses with which executions end
   */
  static void call(
      Construct scope,
      String id,
      Handler handler,
      Platform platform,
      StateMachine machine,
      String then,
      String what,
      List<String> statuses) {
    Queue deadLetters = DeadLetters.watched(scope, platform, what);
    handler.keepFailedEvents(deadLetters);
    Rule.Builder.create(scope, id)
        .description("An execution of " + platform.part() + " " + then)
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.states"))
                .detailType(List.of("Step Functions Execution Status Change"))
                .detail(
                    Json.object(
                        "stateMachineArn",
                        List.of(machine.getStateMachineArn()),
                        "status",
                        statuses))
                .build())
        .targets(
            List.of(
                LambdaFunction.Builder.create(handler.target())
                    .deadLetterQueue(deadLetters)
                    .maxEventAge(Duration.hours(24))
                    .retryAttempts(185)
                    .build()))
        .build();
  }
}
