package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.mail.SnsMail;
import dev.sluice.lambda.notify.DynamoNotices;
import dev.sluice.lambda.notify.FailureNotifier;
import dev.sluice.lambda.notify.SfnExecutions;
import dev.sluice.lambda.notify.StatusChange;
import java.time.Clock;
import java.util.Map;

/**
 * Mails when an execution of the pipeline failed, timed out or was stopped. It is called from
 * outside the run, by EventBridge, so that the run itself can be redriven.
 *
 * <p>Environment: {@code PIPELINE}, {@code STEPS} (as in the pipeline's directory entry), {@code
 * COORDINATION_TABLE}, {@code ALERTS_TOPIC}.
 */
public final class NotifyFailureHandler extends JsonHandler {
  private final FailureNotifier notifier;

  /** For Lambda. */
  public NotifyFailureHandler() {
    this(wired(Environment.system()));
  }

  NotifyFailureHandler(FailureNotifier notifier) {
    this.notifier = notifier;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    StatusChange change = StatusChange.of(input);
    log.put(Payload.EXECUTION, change.name()).put("status", change.status());
    boolean sent = notifier.notify(change);
    log.put("sent", sent);
    return Map.of("sent", sent);
  }

  private static FailureNotifier wired(Environment environment) {
    return new FailureNotifier(
        environment.require(Variable.PIPELINE),
        environment.require(Variable.STEPS),
        new SfnExecutions(Clients.stepFunctions()),
        new DynamoNotices(
            Clients.dynamoDb(),
            environment.require(Variable.COORDINATION_TABLE),
            Clock.systemUTC()),
        new SnsMail(Clients.sns(), environment.require(Variable.ALERTS_TOPIC)));
  }
}
