package dev.sluice.console.command;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code sluice mail}: the mails that the embedded AWS sent. They are files, so nothing is started.
 */
@Command(
    name = "mail",
    description = "Shows the newest mail that was sent on this machine.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./sluice mail          the newest", "  ./sluice mail --list", "  ./sluice mail 3"})
public final class MailCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "A mail's number in the list; 1 is the newest.")
  private int number = 1;

  @Option(names = "--list", description = "Lists the mails, the newest first.")
  private boolean list;

  @Override
  public Integer call() throws IOException {
    List<Path> mails = new Mailbox(Home.ofEnvironment().awsState().resolve("mail")).newestFirst();
    if (list) {
      Table table = new Table("No mails.", "number", "mail");
      for (int i = 0; i < mails.size(); i++) {
        table.row(i + 1, mails.get(i).getFileName());
      }
      System.out.print(table.toText());
      return ExitCode.OK;
    }
    if (mails.isEmpty()) {
      System.out.println("No mails.");
      return ExitCode.OK;
    }
    if (number < 1 || number > mails.size()) {
      throw UserError.usage("found mail " + number + ", expected 1 to " + mails.size() + ".");
    }
    System.out.print(Files.readString(mails.get(number - 1)));
    return ExitCode.OK;
  }
}
