package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice stop}: stops a running execution, which can be redriven afterwards. */
@Command(name = "stop", description = "Stops a running execution; it can be redriven afterwards.")
public final class StopCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXECUTION",
      description = "Name or ARN; may be left out where one execution alone is running.")
  private String execution;

  @Option(
      names = "--cause",
      defaultValue = "stopped from the command line",
      description = "Why, for those who read the history.")
  private String cause;

  @Override
  int execute(Context context) {
    String arn = context.executions().named(execution).orElseGet(context.executions()::onlyRunning);
    context.stepFunctions().stopExecution(r -> r.executionArn(arn).error("Stopped").cause(cause));
    System.out.println("Stopped " + arn.substring(arn.lastIndexOf(':') + 1));
    return ExitCode.OK;
  }
}
