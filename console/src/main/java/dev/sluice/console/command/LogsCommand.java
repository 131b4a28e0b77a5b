package dev.sluice.console.command;

import dev.sluice.console.aws.CloudLogs;
import dev.sluice.console.aws.Directory;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LogFiles;
import dev.sluice.core.deployment.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** {@code sluice logs}: what functions and jobs wrote, on this machine or in CloudWatch Logs. */
@Command(
    name = "logs",
    description = {
      "Shows the newest log of a function or a job, or all lines on an execution; without a name,",
      "lists the logs."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice logs",
      "  ./sluice logs validate-files",
      "  ./sluice logs process_sales --lines 200",
      "  ./sluice logs guard --pipeline stations",
      "  ./sluice logs 20260131-142530-7f3a",
      "  ./sluice logs validate-files --aws --hours 3"
    })
public final class LogsCommand implements Callable<Integer> {
  private static final Home HOME = Home.ofEnvironment();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A part of the log's name, or an execution.")
  private String name;

  @Option(
      names = "--lines",
      defaultValue = "50",
      description = "The last lines to show (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = "--hours",
      defaultValue = "24",
      description = "With --aws: how far to look back (default: ${DEFAULT-VALUE}).")
  private int hours;

  @Mixin private TargetOptions targetOptions;
  @Mixin private PipelineOption pipelineOption;

  @Override
  public Integer call() throws IOException {
    if (lines < 1 || hours < 1) {
      throw UserError.usage(
          "found --lines " + lines + " and --hours " + hours + ", expected 1 or more.");
    }
    if (targetOptions.isAccount()) {
      try (TargetOptions.Connection connection = targetOptions.open();
          CloudWatchLogsClient client = connection.target().logs()) {
        showOfAccount(new CloudLogs(client, namesIn(connection.directory())));
      }
    } else {
      showOfThisMachine(new LogFiles(HOME.awsState()));
    }
    return ExitCode.OK;
  }

  /** What the names of log groups hold; without a pipeline, the deployment's own functions too. */
  private List<String> namesIn(Directory directory) {
    String pipeline = pipelineOption.name(null);
    List<String> names = new ArrayList<>();
    directory.selected(pipeline).forEach(selected -> names.add(selected.machine()));
    if (pipeline == null) {
      names.add(HOME.deployment().named(Deployment.DATASETS_PART));
    }
    return names;
  }

  private void showOfThisMachine(LogFiles files) throws IOException {
    String pipeline = pipelineOption.name(null);
    String part = pipeline == null ? "" : HOME.deployment().named(pipeline);
    List<Path> logs =
        files.newestFirst().stream().filter(log -> files.nameOf(log).contains(part)).toList();
    if (name == null) {
      Table table = new Table("No logs.", "log", "bytes");
      for (Path log : logs) {
        table.row(files.nameOf(log), Files.size(log));
      }
      System.out.print(table.toText());
      return;
    }
    List<String> ofExecution = linesNaming(logs, name);
    if (!ofExecution.isEmpty()) {
      ofExecution.forEach(LogsCommand::print);
      return;
    }
    Path log =
        logs.stream()
            .filter(found -> files.nameOf(found).contains(name))
            .findFirst()
            .orElseThrow(() -> unknown("./sluice logs"));
    System.out.println("==> " + log);
    List<String> all = LogFiles.lines(log);
    all.subList(Math.max(0, all.size() - lines), all.size()).forEach(LogsCommand::print);
  }

  /** The functions' own lines on an execution: each is one JSON object that names it. */
  private static List<String> linesNaming(List<Path> logs, String execution) {
    List<String> found = new ArrayList<>();
    for (Path log : logs) {
      LogFiles.lines(log).stream()
          .filter(line -> line.contains("\"execution\":\"" + execution + "\""))
          .map(line -> log.getFileName() + "  " + line)
          .forEach(found::add);
    }
    return found;
  }

  private void showOfAccount(CloudLogs logs) {
    List<String> groups = logs.groups();
    if (name == null) {
      Table table = new Table("No log groups.", "log group");
      groups.forEach(table::row);
      System.out.print(table.toText());
      return;
    }
    Duration back = Duration.ofHours(hours);
    List<String> named = groups.stream().filter(group -> group.contains(name)).toList();
    boolean found = false;
    for (String group : named.isEmpty() ? groups : named) {
      List<String> text =
          named.isEmpty() ? logs.naming(group, name, lines, back) : logs.last(group, lines, back);
      if (!text.isEmpty()) {
        System.out.println("==> " + group);
        text.forEach(LogsCommand::print);
        found = true;
      }
    }
    if (!found && named.isEmpty()) {
      throw unknown("./sluice logs --aws");
    }
    if (!found) {
      System.out.println("Nothing was logged within " + hours + " h in " + named);
    }
  }

  /** What was logged may hold what a file held: it must not steer the terminal. */
  private static void print(String line) {
    System.out.println(line.replaceAll("[\\p{Cntrl}&&[^\t]]", "?"));
  }

  private UserError unknown(String remedy) {
    return UserError.usage(
        "found no log with '"
            + name
            + "' in its name and no line on an execution of that name. See "
            + remedy
            + ".");
  }
}
