package dev.sluice.construct;

import java.util.List;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.DestinationConfig;
import software.amazon.awscdk.services.lambda.DestinationOptions;
import software.amazon.awscdk.services.lambda.IDestination;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * A queue for what a function failed on. Its role may send to it and no more; the CDK's own
 * destination lets it ask for the queue's attributes and address, too.
 */
final class QueueDestination implements IDestination {
  private final Role role;
  private final IQueue queue;

  QueueDestination(Role role, IQueue queue) {
    this.role = role;
    this.queue = queue;
  }

  @Override
  public DestinationConfig bind(Construct scope, IFunction function, DestinationOptions options) {
    role.addToPolicy(Grants.statement(List.of("sqs:SendMessage"), queue.getQueueArn()));
    return DestinationConfig.builder().destination(queue.getQueueArn()).build();
  }

  @Override
  public DestinationConfig bind(Construct scope, IFunction function) {
    return bind(scope, function, null);
  }
}
