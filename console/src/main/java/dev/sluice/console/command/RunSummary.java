package dev.sluice.console.command;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.local.Mailbox;
import dev.sluice.console.progress.StepProgress;
import dev.sluice.console.progress.StepState;
import dev.sluice.console.progress.Watch;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.plan.RunInput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/** What a person wants to know when a run has ended, and what to do next. */
final class RunSummary {
  /** The mails on an execution's end are sent from outside it, so that they come a little later. */
  private static final Duration NOTIFIED_WITHIN = Duration.ofSeconds(20);

  private final Target target;
  private final PipelineInfo pipeline;
  private final PrintStream out = System.out;

  RunSummary(Target target, PipelineInfo pipeline) {
    this.target = target;
    this.pipeline = pipeline;
  }

  void print(Watch.Ended ended, Instant begin) {
    out.println();
    String execution = ended.execution().name();
    out.printf(
        "%s in %.1f s, %d transitions%n",
        ended.execution().statusAsString(),
        Duration.between(begin, Instant.now()).toMillis() / 1000.0,
        ended.progress().transitions());
    printSteps(ended);
    InvalidFiles files = new InvalidFiles(target, pipeline);
    Set<String> invalid = files.print(out, execution);
    try (S3Client s3 = target.s3()) {
      new WrittenRows(s3, pipeline).print(out, execution);
    }
    target
        .endpoint()
        .ifPresent(
            local -> {
              Mailbox mailbox = new Mailbox(local.mail());
              if (!invalid.isEmpty()) {
                files.awaitMails(execution, NOTIFIED_WITHIN);
              }
              if (!ended.succeeded()) {
                mailbox.awaitMailOn(execution, begin, NOTIFIED_WITHIN);
              }
              printMails(mailbox, begin);
            });
    printNext(ended, invalid);
  }

  private void printSteps(Watch.Ended ended) {
    List<StepProgress> steps = List.copyOf(ended.progress().steps());
    StringBuilder line = new StringBuilder("Steps:   ");
    line.append(count(steps, StepState.SUCCEEDED)).append(" succeeded, ");
    line.append(count(steps, StepState.SKIPPED)).append(" skipped, ");
    line.append(count(steps, StepState.FAILED)).append(" failed");
    append(line, count(steps, StepState.ABORTED), "aborted");
    append(line, count(steps, StepState.WAITING), "not reached");
    out.println(line);
    if (!ended.succeeded()) {
      out.println("Error:   " + ended.execution().error());
      out.println("Cause:   " + ErrorText.oneLine(ended.execution().cause()));
    }
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(count).append(' ').append(what);
    }
  }

  private static long count(List<StepProgress> steps, StepState state) {
    return steps.stream().filter(s -> s.state() == state).count();
  }

  private void printMails(Mailbox mailbox, Instant since) {
    List<Path> sent = mailbox.since(since);
    out.println("Mails:   " + sent.size() + (sent.isEmpty() ? "" : " in " + mailbox.directory()));
    sent.forEach(mail -> out.println("         " + mail.getFileName()));
  }

  private void printNext(Watch.Ended ended, Set<String> invalid) {
    out.println();
    Map<String, String> commands = new LinkedHashMap<>();
    if (ended.succeeded()) {
      invalid.forEach(
          dataset ->
              commands.put(
                  "audit " + dataset + " --state " + FileState.INVALID,
                  "which files are invalid, and why"));
      if (!pipeline.datasets().isEmpty()) {
        commands.put("audit", "what became of all files");
      }
      if (target.isLocal()) {
        commands.put("up", "keeps the embedded AWS running");
      }
    } else {
      if (target.isLocal()) {
        commands.put("mail", "what failed and what to do");
      }
      if (RunInput.REFUSED.equals(ended.execution().error())) {
        commands.put("start --help", "how to choose steps");
      } else {
        commands.put("redrive " + ended.execution().name(), "goes on from where it failed");
      }
    }
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(1);
    String title = "Next:";
    for (Map.Entry<String, String> command : commands.entrySet()) {
      out.printf(
          "%-8s ./sluice %-" + width + "s   %s%n", title, command.getKey(), command.getValue());
      title = "";
    }
  }
}
