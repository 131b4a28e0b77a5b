package dev.sluice.console.command;

import dev.sluice.console.aws.Executions;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** {@code sluice list}: the executions of a pipeline, or of all. */
@Command(name = "list", description = "Lists executions, the newest first.")
public final class ListCommand extends PipelineCommand {
  /** The statuses that Step Functions filters by. */
  enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "The pipeline; without it, all that are deployed.")
  private String pipelineName;

  @Option(names = "--status", description = "Only those: ${COMPLETION-CANDIDATES}.")
  private Status status;

  @Option(
      names = "--limit",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private OutputOptions output;

  @Override
  void check() {
    if (limit < 1) {
      throw UserError.usage("found --limit " + limit + ", expected 1 or more.");
    }
  }

  @Override
  String positionalPipeline() {
    return pipelineName;
  }

  @Override
  int execute(Context context) {
    Table table =
        new Table(
            "No executions.", "pipeline", "execution", "status", "started", "seconds", "redrives");
    ExecutionStatus filter = status == null ? null : ExecutionStatus.fromValue(status.name());
    for (Executions.Listed listed : context.executions().newest(filter, limit)) {
      ExecutionListItem item = listed.item();
      table.row(
          listed.pipeline().name(),
          item.name(),
          item.statusAsString(),
          item.startDate().truncatedTo(ChronoUnit.SECONDS),
          item.stopDate() == null
              ? ""
              : Duration.between(item.startDate(), item.stopDate()).toSeconds(),
          item.redriveCount() == null ? 0 : item.redriveCount());
    }
    output.print(table);
    return ExitCode.OK;
  }
}
