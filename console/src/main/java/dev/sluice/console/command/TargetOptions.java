package dev.sluice.console.command;

import dev.sluice.console.aws.AssumedRole;
import dev.sluice.console.aws.Directory;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LocalAws;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Where a command is pointed at: the embedded AWS, which it starts where none runs, or an account.
 */
public final class TargetOptions {
  private static final Home HOME = Home.ofEnvironment();

  /** What was deployed here before, so that a question starts no more than it is about. */
  private static final List<String> DEPLOYED = List.of("--deployed");

  @Option(names = "--aws", description = "Works on an AWS account instead of the embedded AWS.")
  private boolean aws;

  @Option(names = "--profile", description = "The AWS profile to use; needs --aws.")
  private String profile;

  @Option(names = "--region", description = "The AWS region to use; needs --aws.")
  private String region;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {
        "Acts as a role of the templates, to try what it may do: its name or a part of it.",
        "Not with --aws."
      })
  private String role;

  /** True where an account is meant, not the embedded AWS. */
  boolean isAccount() {
    return aws;
  }

  /** Opens the target; closing it ends an embedded AWS that was started for this command. */
  Connection open() {
    if (aws && role != null) {
      throw UserError.usage(
          "found --role with --aws. Without --aws it takes a role on the embedded AWS; in an account,"
              + " use --profile with a profile that has a role_arn.");
    }
    if (aws) {
      return new Connection(null, Target.account(profile, region));
    }
    if (profile != null || region != null) {
      throw UserError.usage(
          "found --profile or --region without --aws. Add --aws to work on an account.");
    }
    LocalAws local = LocalAws.attachOrStart(HOME, DEPLOYED, TargetOptions::progress);
    return new Connection(local, target(local));
  }

  private Target target(LocalAws local) {
    if (role == null) {
      return Target.local(local.endpoint());
    }
    try {
      return Target.local(
          local.endpoint(), AssumedRole.credentials(local.endpoint(), HOME.awsState(), role));
    } catch (RuntimeException e) {
      local.close();
      throw e;
    }
  }

  /** Goes to standard error, so that scripts read a command's own output alone. */
  private static void progress(String line) {
    System.err.println("  " + line);
  }

  /** A target that is open. */
  record Connection(LocalAws local, Target target) implements AutoCloseable {
    /** What is deployed there; no role of a pipeline may ask that, so that the person does. */
    Directory directory() {
      if (local == null) {
        return Directory.of(target, HOME.deployment());
      }
      try (Target person = Target.local(local.endpoint())) {
        return Directory.of(person, HOME.deployment());
      }
    }

    @Override
    public void close() {
      target.close();
      if (local != null) {
        local.close();
      }
    }
  }
}
