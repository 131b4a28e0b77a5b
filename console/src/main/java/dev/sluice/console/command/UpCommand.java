package dev.sluice.console.command;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Assembly;
import dev.sluice.console.local.EndpointFile;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.LastWords;
import dev.sluice.console.local.LocalAws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice up}: keeps the embedded AWS running. */
@Command(
    name = "up",
    description = "Starts the embedded AWS with the deployed templates and keeps it running.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice up                  every pipeline",
      "  ./sluice up stations         what one pipeline needs"
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  /** Fixed, so that a configured AWS CLI keeps working from one start to the next. */
  private static final String DEFAULT_PORT = "4599";

  @Parameters(
      arity = "0..*",
      paramLabel = "PIPELINE",
      description = "The pipelines to deploy (default: all).")
  private List<String> pipelines = new ArrayList<>();

  @Option(
      names = "--port",
      defaultValue = DEFAULT_PORT,
      description =
          "Port of the AWS endpoint on this machine; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Home.ofEnvironment();
    List<String> options = new ArrayList<>(List.of("--port", String.valueOf(port)));
    if (!pipelines.isEmpty()) {
      Assembly assembly = Assembly.of(home);
      pipelines.forEach(pipeline -> options.addAll(assembly.deploying(pipeline)));
    }
    EndpointFile.ofLiving(home.awsState())
        .ifPresent(
            running -> {
              throw UserError.unavailable(
                  "the embedded AWS runs already, at "
                      + running.defaultEndpoint()
                      + " (process "
                      + running.pid()
                      + ").");
            });
    try (LocalAws aws = LocalAws.start(home, options, line -> System.out.println("  " + line))) {
      System.out.println("The embedded AWS listens at " + aws.endpoint().defaultEndpoint());
      System.out.println(
          "In another shell:  eval \"$(./sluice env)\"  then  aws stepfunctions list-state-machines");
      System.out.println("Ctrl-C ends it.");
      Instant begin = Instant.now();
      if (aws.await() == 0) {
        return ExitCode.OK;
      }
      throw UserError.unavailable(
          "the embedded AWS has ended: "
              + LastWords.since(home, begin).orElse("no reason given; see ./sluice logs"));
    }
  }
}
