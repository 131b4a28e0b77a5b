package dev.sluice.console.command;

import dev.sluice.console.aws.Execution;
import dev.sluice.console.aws.Executions;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.json.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;

/** {@code sluice redrive}: goes on from where an execution failed. */
@Command(
    name = "redrive",
    description = {
      "Goes on from where an execution failed: what had succeeded is kept, the rest runs again.",
      "Possible within 14 days of its end, with the same definition and input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice redrive                          the only redrivable execution",
      "  ./sluice redrive stations                 the only one of that pipeline",
      "  ./sluice redrive 20260131-142530-7f3a --watch",
      "  ./sluice redrive --all-failed",
    })
public final class RedriveCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "EXECUTION",
      description = {
        "Name or ARN, or a pipeline; may be left out where one execution alone can be redriven,",
        "of that pipeline or of all."
      })
  private String execution;

  @Option(
      names = "--all-failed",
      description = "Redrives every execution that can be, oldest first.")
  private boolean allFailed;

  @Option(names = "--watch", description = "Follows the execution to its end.")
  private boolean watch;

  @Mixin private OutputOptions output;

  @Override
  void check() {
    if (allFailed && execution != null) {
      throw UserError.usage("found both an execution and --all-failed, expected one of them.");
    }
  }

  @Override
  int execute(Context context) throws InterruptedException {
    int worst = ExitCode.OK;
    for (Execution chosen : chosen(context)) {
      worst = Math.max(worst, redrive(context, chosen));
    }
    return worst;
  }

  private List<Execution> chosen(Context context) {
    if (!allFailed) {
      return List.of(context.chosen(execution, Executions::onlyRedrivable));
    }
    List<Executions.Listed> found = context.executions().redrivable();
    if (found.isEmpty() && !output.json()) {
      System.out.println("No execution of " + context.executions().names() + " can be redriven.");
    }
    return found.stream()
        .sorted(Comparator.comparing(listed -> listed.item().startDate()))
        .map(Executions.Listed::execution)
        .toList();
  }

  private int redrive(Context context, Execution chosen) throws InterruptedException {
    String arn = chosen.arn();
    String name = chosen.name();
    try {
      context
          .stepFunctions()
          .redriveExecution(r -> r.executionArn(arn).clientToken(UUID.randomUUID().toString()));
    } catch (ExecutionNotRedrivableException e) {
      throw UserError.usage(
          "execution " + name + " cannot be redriven: " + reasonOf(context, arn, e));
    }
    if (!output.json()) {
      System.out.println("Redriven " + name);
    }
    // Overwriting jobs run one at a time, so several executions are followed one after the other.
    if (watch || allFailed || context.endsWithCommand()) {
      return context.watch(chosen, output);
    }
    if (output.json()) {
      System.out.print(JsonText.of(Map.of("execution", name, "arn", arn)));
    } else {
      System.out.println("Follow it with  ./sluice status " + name + " --watch");
    }
    return ExitCode.OK;
  }

  private static String reasonOf(
      Context context, String arn, ExecutionNotRedrivableException refusal) {
    String reason =
        context.stepFunctions().describeExecution(r -> r.executionArn(arn)).redriveStatusReason();
    return reason == null ? refusal.awsErrorDetails().errorMessage() : reason;
  }
}
