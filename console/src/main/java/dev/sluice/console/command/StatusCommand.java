package dev.sluice.console.command;

import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.progress.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice status}: an execution's steps, items and transitions. */
@Command(
    name = "status",
    description = "Shows an execution's steps, the items of its maps, and its state transitions.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice status                          the execution that was started last",
      "  ./sluice status stations                 the last one of that pipeline",
      "  ./sluice status 20260131-142530-7f3a --watch",
    })
public final class StatusCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXECUTION",
      description = "Name or ARN, or a pipeline (default: the one that was started last).")
  private String execution;

  @Option(names = "--watch", description = "Follows the execution to its end.")
  private boolean watch;

  @Mixin private OutputOptions output;

  @Override
  int execute(Context context) throws InterruptedException {
    Execution chosen = context.chosen(execution, Executions::latest);
    if (watch) {
      return context.watch(chosen, output);
    }
    Watch.Now now = new Watch(context.stepFunctions(), chosen.pipeline(), null).now(chosen.arn());
    output.print(new ExecutionView(chosen.pipeline().name(), now.execution(), now.progress()));
    return ExitCode.OK;
  }
}
