package dev.sluice.console.command;

import dev.sluice.console.aws.Execution;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.json.JsonText;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice start}: starts an execution on what lies in the landing bucket. */
@Command(
    name = "start",
    description = "Starts an execution, whole or in part.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice start orders --watch",
      "  ./sluice start orders --from crawl_shop --parameter exportConcurrency=2",
      "  ./sluice start orders --aws --profile prod --skip crawl_lake",
    })
public final class StartCommand extends PipelineCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "The pipeline; may be left out where one alone is deployed.")
  private String pipelineName;

  @Mixin private RunSelection selection;

  @Option(names = "--name", description = "The execution's name (default: made of the time).")
  private String name = ExecutionNames.now();

  @Option(names = "--watch", description = "Follows the execution to its end.")
  private boolean watch;

  @Mixin private OutputOptions output;

  @Override
  void check() {
    selection.toInput();
  }

  @Override
  String positionalPipeline() {
    return pipelineName;
  }

  @Override
  int execute(Context context) throws InterruptedException {
    Execution started = context.executions().start(context.pipeline(), name, selection.toInput());
    if (watch || context.endsWithCommand()) {
      if (!output.json()) {
        System.out.println("Started " + name);
      }
      return context.watch(started, output);
    }
    if (output.json()) {
      System.out.print(JsonText.of(Map.of("execution", name, "arn", started.arn())));
    } else {
      System.out.println("Started " + name);
      System.out.println("Follow it with  ./sluice status " + name + " --watch");
    }
    return ExitCode.OK;
  }
}
