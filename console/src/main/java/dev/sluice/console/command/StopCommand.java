package dev.sluice.console.command;

import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice stop}: stops a running execution, which can be redriven afterwards. */
@Command(name = "stop", description = "Stops a running execution; it can be redriven afterwards.")
public final class StopCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXECUTION",
      description = {
        "Name or ARN, or a pipeline; may be left out where one execution alone is running,",
        "of that pipeline or of all."
      })
  private String execution;

  @Option(
      names = "--cause",
      defaultValue = "stopped from the command line",
      description = "Why, for those who read the history.")
  private String cause;

  @Override
  int execute(Context context) {
    Execution chosen = context.chosen(execution, Executions::onlyRunning);
    String arn = chosen.arn();
    String status =
        context.stepFunctions().describeExecution(r -> r.executionArn(arn)).statusAsString();
    String name = chosen.name();
    if (!status.equals("RUNNING")) {
      throw UserError.usage("execution " + name + " does not run: it is " + status + ".");
    }
    context.stepFunctions().stopExecution(r -> r.executionArn(arn).error("Stopped").cause(cause));
    System.out.println("Stopped " + name);
    System.out.println("Go on with it by  ./sluice redrive " + name);
    return ExitCode.OK;
  }
}
