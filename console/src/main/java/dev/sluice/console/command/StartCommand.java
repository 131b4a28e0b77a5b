package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice start}: starts an execution on what lies in the landing bucket. */
@Command(
    name = "start",
    description = "Starts an execution, whole or in part.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice start --watch",
      "  ./sluice start --from crawl_shop --parameter exportConcurrency=2",
      "  ./sluice start --aws --profile prod --skip crawl_lake",
    })
public final class StartCommand extends PipelineCommand {
  @Mixin private RunSelection selection;

  @Option(names = "--name", description = "The execution's name (default: made of the time).")
  private String name = ExecutionNames.now();

  @Option(names = "--watch", description = "Follows the execution to its end.")
  private boolean watch;

  @Override
  int execute(Context context) throws InterruptedException {
    String arn =
        context
            .stepFunctions()
            .startExecution(
                r ->
                    r.stateMachineArn(context.pipeline().stateMachineArn())
                        .name(name)
                        .input(selection.toInput()))
            .executionArn();
    System.out.println("Started " + name + "  (" + arn + ")");
    if (watch || context.endsWithCommand()) {
      return context.watch(arn);
    }
    System.out.println("Follow it with  ./sluice status " + name + " --watch");
    return ExitCode.OK;
  }
}
