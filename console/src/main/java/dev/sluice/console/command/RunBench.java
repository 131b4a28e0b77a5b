package dev.sluice.console.command;

import dev.sluice.console.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Measures {@code run orders} in a process of its own, on a fresh state: time, and memory at its
 * most.
 */
final class RunBench {
  private static final int MIB = 1024;

  private final Home home;

  RunBench(Home home) {
    this.home = home;
  }

  int measure() throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("sluice-bench");
    Instant begin = Instant.now();
    Process run = start(state);
    long peak = 0;
    while (!run.waitFor(500, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, ProcessMemory.ofAllKib(run.toHandle()));
    }
    System.out.printf(
        "run orders on a fresh state: %.1f s, at most %,d MiB in all processes (exit %d, %s)%n",
        Duration.between(begin, Instant.now()).toMillis() / 1000.0,
        peak / MIB,
        run.exitValue(),
        state.resolve("run.log"));
    return run.exitValue();
  }

  private Process start(Path state) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    ProcessBuilder builder =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.console.Main",
                "run",
                "orders")
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(state.resolve("run.log").toFile());
    builder.environment().put("SLUICE_STATE", state.toString());
    return builder.start();
  }
}
