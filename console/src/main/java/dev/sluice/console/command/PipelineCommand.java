package dev.sluice.console.command;

import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.progress.ProgressView;
import dev.sluice.console.progress.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A command about executions, of the pipeline that is named or of all, here or in an account. */
@Command(mixinStandardHelpOptions = true)
abstract class PipelineCommand implements Callable<Integer> {
  private static final Duration LOCAL_POLL = Duration.ofMillis(300);
  private static final Duration ACCOUNT_POLL = Duration.ofSeconds(3);

  @Mixin private TargetOptions targetOptions;
  @Mixin private PipelineOption pipelineOption;

  @Override
  public final Integer call() throws Exception {
    String name = pipelineOption.name(positionalPipeline());
    check();
    try (TargetOptions.Connection connection = targetOptions.open();
        SfnClient stepFunctions = connection.target().stepFunctions()) {
      List<PipelineInfo> pipelines = connection.directory().selected(name);
      Executions executions = new Executions(stepFunctions, pipelines);
      return execute(new Context(connection, stepFunctions, pipelines, executions));
    }
  }

  /**
   * What the command works with while the target is open.
   *
   * @param pipelines the one that was named, else all
   */
  record Context(
      TargetOptions.Connection connection,
      SfnClient stepFunctions,
      List<PipelineInfo> pipelines,
      Executions executions) {

    Target target() {
      return connection.target();
    }

    /** The pipeline that was named, or the only one. */
    PipelineInfo pipeline() {
      if (pipelines.size() > 1) {
        throw UserError.usage(
            "found the pipelines "
                + pipelines.stream().map(PipelineInfo::name).toList()
                + ", expected the name of one of them.");
      }
      return pipelines.get(0);
    }

    /**
     * The execution of that name or ARN; where a pipeline is named, or nothing, the one that is
     * meant there by default.
     */
    Execution chosen(String name, Function<Executions, Execution> byDefault) {
      for (PipelineInfo pipeline : pipelines) {
        if (pipeline.name().equals(name)) {
          return byDefault.apply(new Executions(stepFunctions, List.of(pipeline)));
        }
      }
      return name == null ? byDefault.apply(executions) : executions.named(name);
    }

    /** Follows an execution to its end and says how it ended; for scripts, in silence. */
    int watch(Execution execution, OutputOptions output) throws InterruptedException {
      Instant begin = Instant.now();
      Watch.Ended ended =
          follow(execution, output.json() ? (p, now) -> {} : ProgressView.forThisOutput());
      if (output.json()) {
        output.print(
            new ExecutionView(execution.pipeline().name(), ended.execution(), ended.progress()));
      } else {
        new RunSummary(target(), execution.pipeline()).print(ended, begin);
      }
      return ended.succeeded() ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
    }

    private Watch.Ended follow(Execution execution, ProgressView view) throws InterruptedException {
      Duration poll = target().isLocal() ? LOCAL_POLL : ACCOUNT_POLL;
      return new Watch(stepFunctions, execution.pipeline(), poll).untilEnd(execution.arn(), view);
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

  /** The pipeline named by position, as {@code list orders} does; null where a command has none. */
  String positionalPipeline() {
    return null;
  }

  abstract int execute(Context context) throws Exception;
}
