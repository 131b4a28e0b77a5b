package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import dev.sluice.console.UserError;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** {@code sluice list}: the executions of a pipeline. */
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
  int execute(Context context) {
    Table table =
        new Table("No executions.", "execution", "status", "started", "seconds", "redrives");
    ExecutionStatus filter = status == null ? null : ExecutionStatus.fromValue(status.name());
    for (ExecutionListItem item : context.executions().newest(filter, limit)) {
      table.row(
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
