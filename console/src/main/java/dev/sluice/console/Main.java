package dev.sluice.console;

import dev.sluice.console.command.RunCommand;
import dev.sluice.console.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line {@code sluice}. */
@Command(
    name = "sluice",
    description = "Runs data pipelines on AWS, or on this machine from the same templates.",
    subcommands = {RunCommand.class, UpCommand.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with one of {@link ExitCode}'s codes. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(Main::explain);
    line.setExitCodeExceptionMapper(e -> ExitCode.USAGE);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof UserError error) {
      line.getErr().println("sluice: " + error.getMessage());
      return error.exitCode();
    }
    if (e instanceof SdkException) {
      line.getErr().println("sluice: AWS answered: " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    line.getErr().println("sluice: " + e + "\nThis is a defect of Sluice; please report it with:");
    e.printStackTrace(line.getErr());
    return ExitCode.UNAVAILABLE;
  }
}
