package dev.sluice.console.command;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.local.Mailbox;
import dev.sluice.console.progress.StepProgress;
import dev.sluice.console.progress.StepState;
import dev.sluice.console.progress.Watch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** What a person wants to know when a run has ended, and what to do next. */
final class RunSummary {
  /** The mail on a failed execution is sent from outside it, so that it comes a little later. */
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
    try (S3Client s3 = target.s3()) {
      new InvalidFiles(target, pipeline).print(out, execution);
      new WrittenRows(s3, pipeline).print(out, execution);
    }
    target
        .endpoint()
        .ifPresent(
            local -> {
              Mailbox mailbox = new Mailbox(local.mail());
              if (!ended.succeeded()) {
                mailbox.awaitMailOn(execution, begin, NOTIFIED_WITHIN);
              }
              printMails(mailbox, begin);
            });
    printNext(ended);
  }

  private void printSteps(Watch.Ended ended) {
    List<StepProgress> steps = List.copyOf(ended.progress().steps());
    out.printf(
        "Steps:   %d succeeded, %d skipped, %d failed%n",
        count(steps, StepState.SUCCEEDED),
        count(steps, StepState.SKIPPED),
        count(steps, StepState.FAILED));
    if (!ended.succeeded()) {
      out.println("Error:   " + ended.execution().error());
      out.println("Cause:   " + ErrorText.oneLine(ended.execution().cause()));
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

  private void printNext(Watch.Ended ended) {
    out.println();
    String execution = ended.execution().name();
    if (ended.succeeded()) {
      out.println("Next:    ./sluice audit sales --state INVALID    what became of each file");
      out.println(
          "         ./sluice up                             keeps the embedded AWS running");
    } else {
      out.println("Next:    ./sluice mail                           what failed and what to do");
      out.println("         ./sluice redrive " + execution + "    goes on from where it failed");
    }
  }
}
