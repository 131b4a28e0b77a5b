package dev.sluice.lambda.notify;

import dev.sluice.lambda.json.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution that ended, as EventBridge tells of it.
 *
 * @param status SUCCEEDED, FAILED, TIMED_OUT or ABORTED
 * @param input of the execution, as JSON text; "{}" where it is too long for an event
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">Events
 *     of Step Functions</a>
 */
public record StatusChange(
    String executionArn,
    String stateMachineArn,
    String name,
    String status,
    Instant startedAt,
    Instant stoppedAt,
    long redriveCount,
    String input) {

  /** Reads the event. */
  public static StatusChange of(Fields event) {
    Fields detail = event.object("detail");
    Instant startedAt = Instant.ofEpochMilli(detail.number("startDate"));
    return new StatusChange(
        detail.string("executionArn"),
        detail.string("stateMachineArn"),
        detail.string("name"),
        detail.string("status"),
        startedAt,
        Instant.ofEpochMilli(detail.number("stopDate", startedAt.toEpochMilli())),
        detail.number("redriveCount", 0),
        Optional.of("input").filter(detail::has).map(detail::string).orElse("{}"));
  }

  /** What no other mail is about: one for each try of an execution and each way to end it. */
  public String noticeId() {
    return executionArn + "#" + redriveCount + "#" + status;
  }
}
