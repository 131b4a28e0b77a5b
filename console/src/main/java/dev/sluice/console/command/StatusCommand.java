package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
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
      "  ./sluice status                          the newest execution",
      "  ./sluice status 20260131-142530-7f3a --watch",
    })
public final class StatusCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXECUTION",
      description = "Name or ARN (default: the newest).")
  private String execution;

  @Option(names = "--watch", description = "Follows the execution to its end.")
  private boolean watch;

  @Mixin private OutputOptions output;

  @Override
  int execute(Context context) throws InterruptedException {
    String arn = context.executions().named(execution).orElseGet(context.executions()::latest);
    if (watch) {
      return context.watch(arn, output);
    }
    Watch.Now now = new Watch(context.stepFunctions(), context.pipeline(), null).now(arn);
    output.print(new ExecutionView(now.execution(), now.progress()));
    return ExitCode.OK;
  }
}
