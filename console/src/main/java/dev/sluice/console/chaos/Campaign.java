package dev.sluice.console.chaos;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.input.SampleFiles;
import dev.sluice.console.local.Home;
import dev.sluice.console.local.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Many disturbed runs, each compared with an undisturbed one of its pipeline. */
public final class Campaign {
  private final Home home;
  private final Path directory;
  private final String input;
  private final Map<String, Calm> undisturbed = new TreeMap<>();
  private int kills;
  private int starts;
  private int redrives;
  private int deviations;

  /** What a run leaves that nothing disturbs, and how long it takes. */
  private record Calm(Leavings leavings, List<Victim> victims, Duration deployment, Duration run) {}

  /**
   * Nothing runs yet.
   *
   * @param home whose templates are run; its state is left alone
   * @param directory for the states of the runs
   * @param input of each execution
   */
  public Campaign(Home home, Path directory, String input) {
    this.home = home;
    this.directory = directory;
    this.input = input;
  }

  /**
   * Runs the pipelines by turns.
   *
   * @param seed of the first run; each further run has the next
   * @return one of {@link ExitCode}'s codes
   */
  public int run(List<String> pipelines, int runs, long seed)
      throws IOException, InterruptedException {
    Path files = SampleFiles.in(directory.resolve("samples"));
    try (FixedSources sources = new FixedSources(home, directory.resolve("assembly"))) {
      for (int i = 0; i < runs; i++) {
        String pipeline = pipelines.get(i % pipelines.size());
        Calm calm = undisturbed.get(pipeline);
        if (calm == null) {
          calm = calm(sources.home(), pipeline, files);
          undisturbed.put(pipeline, calm);
        }
        System.out.printf("%d of %d: %s, seed %d%n", i + 1, runs, pipeline, seed + i);
        disturb(sources.home(), pipeline, files, calm, seed + i);
      }
    } catch (Deviation e) {
      System.out.println("the undisturbed run deviates: " + e.getMessage());
      System.out.println("its state is in " + directory);
      return ExitCode.EXECUTION_FAILED;
    }
    System.out.printf(
        "%d runs: %d kills, %d restarts of the runtime, %d redrives, %d deviations%n",
        runs, kills, starts - runs, redrives, deviations);
    return deviations == 0 ? ExitCode.OK : ExitCode.EXECUTION_FAILED;
  }

  private Home stateOf(Home with, String name) {
    return new Home(with.root(), directory.resolve(name), with.assembly(), with.deployment());
  }

  private Calm calm(Home with, String pipeline, Path files)
      throws Deviation, IOException, InterruptedException {
    Home own = stateOf(with, "calm-" + pipeline);
    Killer nobody = new Killer(own, List.of(), Duration.ZERO, Duration.ZERO, line -> {});
    ChaosRun run = new ChaosRun(own, pipeline, input, files, nobody, line -> {});
    Leavings leavings = run.untilSuccess();
    System.out.printf(
        "undisturbed: %s deployed in %.1f s, ran in %.1f s, left %d things to compare%n",
        pipeline, seconds(run.deployed()), seconds(run.ran()), leavings.facts().size());
    StateDirectory.delete(own.state());
    return new Calm(leavings, run.victims(), run.deployed(), run.ran());
  }

  private void disturb(Home with, String pipeline, Path files, Calm calm, long seed)
      throws IOException, InterruptedException {
    Instant begin = Instant.now();
    Home own = stateOf(with, "seed-" + seed + "-" + pipeline);
    Progress progress = new Progress(begin);
    Killer killer =
        new Killer(
            own, Kill.of(seed, calm.victims()), calm.deployment(), calm.run(), progress::say);
    ChaosRun run = new ChaosRun(own, pipeline, input, files, killer, progress::say);
    List<String> found = new ArrayList<>();
    try {
      found.addAll(calm.leavings().differences(run.untilSuccess()));
    } catch (Deviation e) {
      found.addAll(e.findings());
    }
    kills += killer.done().size();
    starts += run.starts();
    redrives += run.redrives();
    if (found.isEmpty()) {
      progress.say("identical");
      StateDirectory.delete(own.state());
      return;
    }
    deviations++;
    found.forEach(finding -> progress.say("DEVIATION: " + finding));
    progress.say(
        "again with: ./sluice chaos %s --runs 1 --seed %d; its state is in %s"
            .formatted(pipeline, seed, own.state()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** Lines with the time since the run began. */
  private record Progress(Instant begin) {
    void say(String line) {
      System.out.printf("  %6.1f s  %s%n", seconds(Duration.between(begin, Instant.now())), line);
    }
  }
}
