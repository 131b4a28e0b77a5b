package dev.sluice.console.command;

import dev.sluice.console.ExitCode;
import dev.sluice.console.Home;
import dev.sluice.console.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice logs}: what functions and jobs wrote on this machine. */
@Command(
    name = "logs",
    description =
        "Shows the newest log of a function or a job on this machine; without a name, lists the logs.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice logs",
      "  ./sluice logs validate-files",
      "  ./sluice logs process_sales --lines 200",
      "  ./sluice logs 20260131-142530-7f3a"
    })
public final class LogsCommand implements Callable<Integer> {
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

  @Override
  public Integer call() throws IOException {
    Path state = Home.ofEnvironment().awsState();
    List<Path> logs = newestFirst(state);
    if (name == null) {
      Table table = new Table("No logs.", "log", "size");
      for (Path log : logs) {
        table.row(state.relativize(log), Files.size(log));
      }
      System.out.print(table.toText());
      return ExitCode.OK;
    }
    List<String> ofExecution = linesNaming(logs, name);
    if (!ofExecution.isEmpty()) {
      ofExecution.forEach(System.out::println);
      return ExitCode.OK;
    }
    Path log =
        logs.stream()
            .filter(found -> state.relativize(found).toString().contains(name))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "found no log with '" + name + "' in its name. See ./sluice logs."));
    System.out.println("==> " + log);
    List<String> all = read(log).lines().toList();
    all.subList(Math.max(0, all.size() - lines), all.size()).forEach(System.out::println);
    return ExitCode.OK;
  }

  /** The functions' own lines on an execution: each is one JSON object that names it. */
  private static List<String> linesNaming(List<Path> logs, String execution) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path log : logs) {
      read(log)
          .lines()
          .filter(line -> line.contains("\"execution\":\"" + execution + "\""))
          .map(line -> log.getFileName() + "  " + line)
          .forEach(found::add);
    }
    return found;
  }

  /** Logs hold whatever was printed, so that any byte has to be readable. */
  private static String read(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.ISO_8859_1);
  }

  private static List<Path> newestFirst(Path state) throws IOException {
    if (!Files.isDirectory(state)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(state, 5)) {
      return files
          .filter(file -> file.toString().endsWith(".log") && Files.isRegularFile(file))
          .sorted(Comparator.comparing(LogsCommand::changed).reversed())
          .toList();
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
