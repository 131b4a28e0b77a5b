package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.progress.ProgressView;
import dev.sluice.console.progress.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A command about the executions of one pipeline, here or in an account. */
@Command(mixinStandardHelpOptions = true)
abstract class PipelineCommand implements Callable<Integer> {
  private static final Duration LOCAL_POLL = Duration.ofMillis(300);
  private static final Duration ACCOUNT_POLL = Duration.ofSeconds(3);

  @Mixin private TargetOptions targetOptions;
  @Mixin private PipelineOption pipelineOption;

  @Override
  public final Integer call() throws Exception {
    check();
    try (TargetOptions.Connection connection = targetOptions.open();
        SfnClient stepFunctions = connection.target().stepFunctions()) {
      PipelineInfo pipeline = pipelineOption.in(connection.target(), positionalPipeline());
      return execute(
          new Context(
              connection, stepFunctions, pipeline, new Executions(stepFunctions, pipeline)));
    }
  }

  /** What the command works with while the target is open. */
  record Context(
      TargetOptions.Connection connection,
      SfnClient stepFunctions,
      PipelineInfo pipeline,
      Executions executions) {

    Target target() {
      return connection.target();
    }

    /** Follows an execution to its end and says how it ended; for scripts, in silence. */
    int watch(String arn, OutputOptions output) throws InterruptedException {
      Instant begin = Instant.now();
      Watch.Ended ended =
          follow(arn, output.json() ? (p, now) -> {} : ProgressView.forThisOutput());
      if (output.json()) {
        output.print(new ExecutionView(ended.execution(), ended.progress()));
      } else {
        new RunSummary(target(), pipeline).print(ended, begin);
      }
      return ended.succeeded() ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
    }

    private Watch.Ended follow(String arn, ProgressView view) throws InterruptedException {
      Duration poll = target().isLocal() ? LOCAL_POLL : ACCOUNT_POLL;
      return new Watch(stepFunctions, pipeline, poll).untilEnd(arn, view);
    }

    /**
     * True where the embedded AWS ends with this command, so that an execution that was started has
     * to be followed to its end.
     */
    boolean endsWithCommand() {
      return connection.local() != null && connection.local().isOwn();
    }
  }

  /** Refuses options that contradict each other, before anything is started for them. */
  void check() {}

  /** The pipeline named by position, as {@code run orders} does; null where a command has none. */
  String positionalPipeline() {
    return null;
  }

  abstract int execute(Context context) throws Exception;
}
