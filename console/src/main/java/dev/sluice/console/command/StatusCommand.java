package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import dev.sluice.console.progress.ExecutionProgress;
import dev.sluice.console.progress.StepProgress;
import dev.sluice.console.progress.StepState;
import dev.sluice.console.progress.Watch;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

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
      return context.watch(arn);
    }
    Watch.Now now = new Watch(context.stepFunctions(), context.pipeline(), null).now(arn);
    if (!output.json()) {
      printHead(now.execution(), now.progress());
    }
    output.print(table(now.progress()));
    return ExitCode.OK;
  }

  private static void printHead(DescribeExecutionResponse execution, ExecutionProgress progress) {
    System.out.printf(
        "%s  %s  started %s%s, %d transitions%n",
        execution.name(),
        execution.statusAsString(),
        execution.startDate(),
        execution.redriveCount() == null || execution.redriveCount() == 0
            ? ""
            : ", redriven " + execution.redriveCount() + " times",
        progress.transitions());
    if (execution.error() != null) {
      System.out.println(execution.error() + ": " + ErrorText.oneLine(execution.cause()));
    }
  }

  private static Table table(ExecutionProgress progress) {
    Table table =
        new Table("The execution has no steps.", "step", "state", "seconds", "items", "counts");
    for (StepProgress step : progress.steps()) {
      boolean ran = step.state() != StepState.WAITING && step.state() != StepState.SKIPPED;
      table.row(
          step.name(),
          step.state().label(),
          ran ? String.format("%.1f", step.duration(Instant.now()).toMillis() / 1000.0) : "",
          step.items(),
          counts(step.outcome()));
    }
    return table;
  }

  private static String counts(Map<String, String> outcome) {
    return outcome.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }
}
