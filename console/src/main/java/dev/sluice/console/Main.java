package dev.sluice.console;

import dev.sluice.console.command.AuditCommand;
import dev.sluice.console.command.BenchCommand;
import dev.sluice.console.command.ChaosCommand;
import dev.sluice.console.command.EnvCommand;
import dev.sluice.console.command.ListCommand;
import dev.sluice.console.command.LogsCommand;
import dev.sluice.console.command.MailCommand;
import dev.sluice.console.command.PermissionsCommand;
import dev.sluice.console.command.QuarantineCommand;
import dev.sluice.console.command.RedriveCommand;
import dev.sluice.console.command.ReplayCommand;
import dev.sluice.console.command.RunCommand;
import dev.sluice.console.command.StartCommand;
import dev.sluice.console.command.StatusCommand;
import dev.sluice.console.command.StopCommand;
import dev.sluice.console.command.UpCommand;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LastWords;
import java.time.Instant;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line {@code sluice}. */
@Command(
    name = "sluice",
    description = "Runs data pipelines on AWS, or on this machine from the same templates.",
    subcommands = {
      RunCommand.class,
      UpCommand.class,
      EnvCommand.class,
      StartCommand.class,
      ListCommand.class,
      StatusCommand.class,
      StopCommand.class,
      RedriveCommand.class,
      AuditCommand.class,
      ReplayCommand.class,
      QuarantineCommand.class,
      MailCommand.class,
      LogsCommand.class,
      PermissionsCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done; an execution that was watched succeeded",
      "  1  an execution that was watched did not succeed",
      "  2  the command line or its input was wrong; nothing was changed",
      "  3  something that the command needs is missing or did not answer"
    },
    mixinStandardHelpOptions = true)
public final class Main {
  private static final Instant BEGIN = Instant.now();

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
      line.getErr()
          .println(
              "sluice: "
                  + LastWords.since(Home.ofEnvironment(), BEGIN)
                      .map(words -> "the embedded AWS has ended: " + words)
                      .orElse("AWS answered: " + e.getMessage()));
      return ExitCode.UNAVAILABLE;
    }
    line.getErr().println("sluice: " + e + "\nThis is a defect of Sluice; please report it with:");
    e.printStackTrace(line.getErr());
    return ExitCode.UNAVAILABLE;
  }
}
