package dev.sluice.console.command;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import dev.sluice.console.permissions.PermissionsFile;
import dev.sluice.console.permissions.Selection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code sluice permissions}: what roles are granted, what the runs so far have used of it, and
 * what was refused. The embedded AWS keeps account of it in a file, so nothing is started.
 */
@Command(
    name = "permissions",
    description = {
      "Shows by role what its policies grant, how often the runs so far have used it, and what was",
      "refused."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice permissions",
      "  ./sluice permissions validate-files",
      "  ./sluice permissions --unused --pipeline orders    what could be taken away",
      "  ./sluice permissions --refused --json"
    })
public final class PermissionsCommand implements Callable<Integer> {
  private static final String OF_AN_ACCOUNT =
      """
      AWS itself says which permissions of an account are used: IAM Access Analyzer finds unused
      access, and IAM shows when each service was last accessed by a role. See
      https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html and
      https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
      """;

  @Parameters(
      arity = "0..1",
      paramLabel = "ROLE",
      description = "A part of a role's name, such as a function's or a step's.")
  private String role;

  @Option(names = "--unused", description = "Only what is granted and was never used.")
  private boolean unused;

  @Option(names = "--refused", description = "Only what was refused.")
  private boolean refused;

  @Option(
      names = {"-p", "--pipeline"},
      paramLabel = "PIPELINE",
      description = "Only the roles of that pipeline; without it, all that were deployed.")
  private String pipeline;

  @Option(names = "--aws", description = "Says where AWS shows this for an account.")
  private boolean aws;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    if (aws) {
      System.out.println(OF_AN_ACCOUNT.strip());
      return ExitCode.OK;
    }
    Home home = Home.ofEnvironment();
    PermissionsFile permissions = PermissionsFile.in(home.awsState());
    if (permissions.roles().isEmpty()) {
      throw UserError.unavailable(
          "no role was deployed here yet. Run ./sluice run with a pipeline's name, or ./sluice up.");
    }
    if (pipeline != null) {
      permissions = permissions.ofStack(home.deployment().named(pipeline));
    }
    if (role != null) {
      permissions = permissions.named(role);
    }
    Selection selection = Selection.of(unused, refused);
    System.out.print(output.json() ? permissions.toJson(selection) : permissions.toText(selection));
    return ExitCode.OK;
  }
}
