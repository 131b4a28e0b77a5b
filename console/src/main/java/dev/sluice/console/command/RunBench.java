package dev.sluice.console.command;

import dev.sluice.console.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
      peak = Math.max(peak, memoryKib(run));
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

  /**
   * Memory of the process and all its descendants. Where the system tells each process's share of
   * the pages that several of them map (Linux), that; else resident memory, which counts such pages
   * for each and so says too much.
   */
  private static long memoryKib(Process run) throws IOException {
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(run.toHandle()), run.descendants()).toList();
    return Files.isDirectory(Path.of("/proc/self"))
        ? processes.stream().mapToLong(RunBench::proportionalKib).sum()
        : residentKib(processes);
  }

  private static long proportionalKib(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  private static long residentKib(List<ProcessHandle> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("ps", "-o", "rss="));
    processes.forEach(process -> command.addAll(List.of("-p", String.valueOf(process.pid()))));
    Process ps = new ProcessBuilder(command).start();
    String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }
}
