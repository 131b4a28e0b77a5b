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
    try (TargetOptions.Connection connection = targetOptions.open();
        SfnClient stepFunctions = connection.target().stepFunctions()) {
      PipelineInfo pipeline = pipelineOption.in(connection.target());
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

    /** Follows an execution to its end and says how it ended. */
    int watch(String arn) throws InterruptedException {
      Instant begin = Instant.now();
      Watch.Ended ended = follow(arn);
      new RunSummary(target(), pipeline).print(ended, begin);
      return ended.succeeded() ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
    }

    private Watch.Ended follow(String arn) throws InterruptedException {
      Duration poll = target().isLocal() ? LOCAL_POLL : ACCOUNT_POLL;
      return new Watch(stepFunctions, pipeline, poll).untilEnd(arn, ProgressView.forThisOutput());
    }

    /**
     * True where the embedded AWS ends with this command, so that an execution that was started has
     * to be followed to its end.
     */
    boolean endsWithCommand() {
      return connection.local() != null && connection.local().isOwn();
    }
  }

  abstract int execute(Context context) throws Exception;
}
