package dev.sluice.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CPU time of a process and its threads, user and system, as bash's {@code time} gives it. */
final class CpuTime {
  private static final String SCRIPT = "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null";

  private CpuTime() {}

  /**
   * Runs the command to its end.
   *
   * @return seconds
   * @throws IllegalStateException where it fails, with what it said
   */
  static double of(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "time"));
    timed.addAll(command);
    Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + said);
    }
    String[] seconds = said.strip().lines().reduce((first, last) -> last).orElseThrow().split(" ");
    return Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
  }
}
