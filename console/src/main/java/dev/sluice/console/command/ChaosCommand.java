package dev.sluice.console.command;

import dev.sluice.console.chaos.Campaign;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Assembly;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice chaos}: shows that kills at random moments lose nothing and double nothing. */
@Command(
    name = "chaos",
    description = {
      "Runs pipelines on the sample data while it kills the runtime, functions, the Spark worker and",
      "PostgreSQL at random moments, also in the first deployment; starts again and redrives until",
      "each run has succeeded, and compares lake, audit table and mails with those of a run that",
      "nothing disturbed. Each run has a state of its own, which is kept where it deviates."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice chaos                           ten runs, the pipelines by turns",
      "  ./sluice chaos stations --runs 100",
      "  ./sluice chaos orders --runs 1 --seed 7  one run again",
    },
    mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
  private static final int MOST_SEED = 1_000_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "The pipeline (default: all by turns).")
  private String pipeline;

  @Option(
      names = "--runs",
      defaultValue = "10",
      paramLabel = "N",
      description = "How many runs are disturbed (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What is killed and when in the first run; each further run has the next seed.")
  private Long seed;

  @Mixin private RunSelection selection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (runs < 1) {
      throw UserError.usage("found --runs " + runs + ", expected 1 or more.");
    }
    Home home = Home.ofEnvironment();
    Assembly assembly = Assembly.of(home);
    List<String> pipelines =
        pipeline == null ? assembly.pipelines() : List.of(assembly.pipeline(pipeline));
    Path directory = Files.createTempDirectory("sluice-chaos");
    Campaign campaign = new Campaign(home, directory, selection.toInput());
    long first = seed == null ? ThreadLocalRandom.current().nextInt(MOST_SEED) : seed;
    int code = campaign.run(pipelines, runs, first);
    if (code == ExitCode.OK) {
      StateDirectory.delete(directory);
    }
    return code;
  }
}
