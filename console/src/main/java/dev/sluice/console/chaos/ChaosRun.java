package dev.sluice.console.chaos;

import dev.sluice.console.aws.DatasetInfo;
import dev.sluice.console.aws.Directory;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.UserError;
import dev.sluice.console.input.Upload;
import dev.sluice.console.local.Assembly;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * One run from an empty state to success: whatever is killed meanwhile is started again, and what
 * failed is redriven, as a person would do it.
 */
final class ChaosRun {
  /** The same in every run, since names of objects come from it. */
  static final String EXECUTION = "chaos";

  private static final int MOST_STARTS = 20;
  private static final int MOST_REDRIVES = 20;
  private static final long POLL_MILLIS = 100;
  private static final int LONGEST_CAUSE = 120;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration MAILS_WITHIN = Duration.ofSeconds(60);

  private final Home home;
  private final String pipelineName;
  private final String input;
  private final Path files;
  private final Killer killer;
  private final Consumer<String> tell;
  private boolean uploaded;
  private int starts;
  private int redrives;
  private Duration deployed;
  private Instant began;
  private Duration ran;
  private List<Victim> victims = List.of();

  /**
   * Nothing runs yet.
   *
   * @param home with a state of this run's own
   * @param input of the execution
   * @param files to upload, {@code <dataset>/*}
   * @param tell is given a line for each thing that happens
   */
  ChaosRun(
      Home home,
      String pipelineName,
      String input,
      Path files,
      Killer killer,
      Consumer<String> tell) {
    this.home = home;
    this.pipelineName = pipelineName;
    this.input = input;
    this.files = files;
    this.killer = killer;
    this.tell = tell;
  }

  /** Runs until the execution has succeeded; gives what it left. */
  Leavings untilSuccess() throws Deviation, IOException, InterruptedException {
    while (starts < MOST_STARTS) {
      try (LocalAws aws = start()) {
        if (aws == null) {
          continue;
        }
        try (Target target = Target.local(aws.endpoint())) {
          PipelineInfo pipeline =
              Directory.of(target, home.deployment()).find(pipelineName).orElseThrow();
          drive(target, pipeline);
          awaitMails(target);
          victims = Stream.of(Victim.values()).filter(each -> each.find(home).isPresent()).toList();
          return Leavings.of(home, target, pipeline);
        } catch (SdkException | UserError e) {
          requireKilled(aws, e);
        } finally {
          killer.ended();
        }
      }
    }
    throw new Deviation("the runtime was started " + starts + " times and never lived long enough");
  }

  /** Null where it died of a kill before it was ready. */
  private LocalAws start() throws Deviation {
    Instant begin = Instant.now();
    int killedBefore = killer.done().size();
    starts++;
    killer.deploying();
    try {
      LocalAws aws = LocalAws.start(home, Assembly.of(home).deploying(pipelineName), line -> {});
      if (deployed == null) {
        deployed = Duration.between(begin, Instant.now());
      }
      return aws;
    } catch (UserError e) {
      if (killer.done().size() == killedBefore) {
        throw new Deviation("nothing was killed, and yet " + e.getMessage());
      }
      tell.accept("the deployment ended with it; started again");
      return null;
    } finally {
      killer.ended();
    }
  }

  /** A call failed: because the runtime was killed, or else it is a finding. */
  private void requireKilled(LocalAws aws, RuntimeException failed)
      throws Deviation, InterruptedException {
    if (!aws.endsWithin(Duration.ofSeconds(2))) {
      throw new Deviation("a call failed though the runtime lives: " + failed.getMessage());
    }
    if (killer.done().stream().noneMatch(kill -> kill.victim() == Victim.RUNTIME)) {
      throw new Deviation("the runtime ended though nobody killed it: " + failed.getMessage());
    }
    tell.accept("started again");
  }

  private void drive(Target target, PipelineInfo pipeline)
      throws Deviation, IOException, InterruptedException {
    try (SfnClient stepFunctions = target.stepFunctions()) {
      if (!uploaded) {
        upload(target, pipeline);
        uploaded = true;
      }
      String arn = begin(stepFunctions, pipeline);
      while (true) {
        killer.running();
        DescribeExecutionResponse ended = await(stepFunctions, arn);
        killer.ended();
        if (ended.status() == ExecutionStatus.SUCCEEDED) {
          ran = Duration.between(began, Instant.now());
          return;
        }
        String failure = ended.error() + ": " + firstLine(ended.cause());
        if (killer.done().isEmpty()) {
          throw new Deviation("nothing was killed, and yet it failed with " + failure);
        }
        if (++redrives > MOST_REDRIVES) {
          throw new Deviation("it did not succeed after so many redrives, but failed: " + failure);
        }
        tell.accept("redriven after " + failure);
        stepFunctions.redriveExecution(r -> r.executionArn(arn));
      }
    }
  }

  private void upload(Target target, PipelineInfo pipeline)
      throws IOException, InterruptedException {
    if (!pipeline.datasets().isEmpty()) {
      Upload upload = new Upload(target, pipeline);
      Map<DatasetInfo, List<Path>> found = upload.files(files);
      upload.put(found);
    }
  }

  /** Starts the execution unless an earlier call, whose answer was lost, has done so. */
  private String begin(SfnClient stepFunctions, PipelineInfo pipeline) {
    String arn =
        pipeline.stateMachineArn().replace(":stateMachine:", ":execution:") + ":" + EXECUTION;
    if (began == null) {
      began = Instant.now();
    }
    try {
      stepFunctions.describeExecution(r -> r.executionArn(arn));
    } catch (ExecutionDoesNotExistException e) {
      stepFunctions.startExecution(
          r -> r.stateMachineArn(pipeline.stateMachineArn()).name(EXECUTION).input(input));
    }
    return arn;
  }

  private static DescribeExecutionResponse await(SfnClient stepFunctions, String arn)
      throws Deviation, InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      DescribeExecutionResponse now = stepFunctions.describeExecution(r -> r.executionArn(arn));
      if (now.status() != ExecutionStatus.RUNNING) {
        return now;
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new Deviation("the execution still ran after " + LONGEST.toMinutes() + " minutes");
  }

  /** One mail is owed for each time that the execution failed. */
  private void awaitMails(Target target) throws Deviation, IOException, InterruptedException {
    Instant end = Instant.now().plus(MAILS_WITHIN);
    long found = MailFacts.onFailures(target, EXECUTION);
    while (found < redrives && Instant.now().isBefore(end)) {
      Thread.sleep(POLL_MILLIS);
      found = MailFacts.onFailures(target, EXECUTION);
    }
    if (found < redrives) {
      throw new Deviation(
          "the execution failed " + redrives + " times, and " + found + " mails told of it");
    }
    if (found > redrives) {
      tell.accept("a mail came twice: " + found + " mails for " + redrives + " failures");
    }
  }

  private static String firstLine(String text) {
    String line = text == null ? "" : text.lines().findFirst().orElse("");
    return line.length() <= LONGEST_CAUSE ? line : line.substring(0, LONGEST_CAUSE) + " …";
  }

  /** What ran in the end. */
  List<Victim> victims() {
    return victims;
  }

  int starts() {
    return starts;
  }

  int redrives() {
    return redrives;
  }

  /** How long the first deployment took that came to its end. */
  Duration deployed() {
    return deployed;
  }

  /** How long the execution took, restarts and redrives included. */
  Duration ran() {
    return ran;
  }
}
