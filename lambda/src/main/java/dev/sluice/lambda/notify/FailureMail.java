package dev.sluice.lambda.notify;

import dev.sluice.lambda.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** The mail of a failure: what a person needs at three in the morning, and nothing else. */
final class FailureMail {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String pipeline;
  private final Failure failure;

  FailureMail(String pipeline, Failure failure) {
    this.pipeline = pipeline;
    this.failure = failure;
  }

  String subject() {
    StatusChange change = failure.change();
    return "["
        + pipeline
        + "] "
        + what()
        + " in "
        + change.name()
        + (change.redriveCount() > 0 ? " (redrive " + change.redriveCount() + ")" : "");
  }

  String body() {
    StringBuilder body = new StringBuilder();
    head(body);
    items(body);
    remedy(body);
    places(body);
    return body.toString();
  }

  private void head(StringBuilder body) {
    StatusChange change = failure.change();
    body.append(whatInFull()).append(".\n\n");
    body.append("  ").append(failure.sentence()).append("\n\n");
    line(body, "Pipeline", pipeline);
    line(body, "Execution", change.name());
    line(body, "Redrives", String.valueOf(change.redriveCount()));
    line(
        body,
        "Started",
        TIME.format(change.startedAt())
            + ", ended after "
            + duration(change.startedAt(), change.stoppedAt()));
    if (failure.redrivable()) {
      line(body, "Done", list(failure.rest().done()));
      line(body, "Not done", list(failure.rest().left()));
    }
  }

  private void items(StringBuilder body) {
    failure
        .items()
        .ifPresent(
            items -> {
              body.append("\nFailed items: ").append(items.failed()).append(" of ");
              body.append(items.total()).append('\n');
              for (Executions.FailedItem item : items.first()) {
                body.append("  - ").append(ItemLabel.of(item.input())).append(": ");
                body.append(Reason.of(item.error(), item.cause()).sentence()).append('\n');
              }
              if (items.failed() > items.first().size()) {
                body.append("  and ").append(items.failed() - items.first().size());
                body.append(" more, in the map run's page of the console\n");
              }
            });
  }

  private void remedy(StringBuilder body) {
    StatusChange change = failure.change();
    body.append("\nWhat to do\n");
    if (!failure.redrivable()) {
      body.append(
          "  Correct the input and start a new execution; a redrive would be refused alike.\n");
      return;
    }
    body.append("  ").append(Advice.about(failure)).append("\n\n");
    body.append("  Redrive, which keeps what succeeded (within 14 days, same definition):\n");
    body.append("    ./sluice redrive ").append(change.name()).append('\n');
    body.append("    aws stepfunctions redrive-execution --execution-arn ");
    body.append(change.executionArn()).append("\n\n");
    body.append("  Or start a new execution of the rest, with new code:\n");
    body.append("    aws stepfunctions start-execution --state-machine-arn ");
    body.append(change.stateMachineArn()).append(" \\\n      --input '");
    body.append(Json.text(failure.rest().asInput()).replace("'", "'\\''")).append("'\n");
  }

  private void places(StringBuilder body) {
    body.append("\nWhere to look\n  ");
    body.append(Places.execution(failure.change().executionArn())).append('\n');
    failure.logs().forEach(log -> body.append("  ").append(log).append('\n'));
    body.append("  ./sluice logs ").append(failure.change().name()).append('\n');
  }

  private String what() {
    if (!failure.redrivable()) {
      return "input refused";
    }
    return switch (failure.change().status()) {
      case "TIMED_OUT" -> "out of time at " + failure.step();
      case "ABORTED" -> "stopped at " + failure.step();
      default -> failure.step() + " failed";
    };
  }

  private String whatInFull() {
    if (!failure.redrivable()) {
      return "The input was refused, before anything ran";
    }
    return switch (failure.change().status()) {
      case "TIMED_OUT" -> "The execution ran out of time at step " + failure.step();
      case "ABORTED" -> "The execution was stopped at step " + failure.step();
      default -> "Step " + failure.step() + " failed";
    };
  }

  private static void line(StringBuilder body, String name, String value) {
    body.append("%-11s%s%n".formatted(name, value).replace("\r\n", "\n"));
  }

  private static String list(Collection<String> names) {
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  static String duration(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
