package dev.sluice.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory of processes. Where the system tells each process's share of the pages that several of
 * them map (Linux), that; else resident memory, which counts such pages for each and so says too
 * much.
 */
final class ProcessMemory {
  private ProcessMemory() {}

  /** Of the process and all its descendants, in KiB. */
  static long ofAllKib(ProcessHandle process) throws IOException {
    return kib(Stream.concat(Stream.of(process), process.descendants()).toList());
  }

  /** Of these processes, in KiB; one that has ended counts nothing. */
  static long kib(List<ProcessHandle> processes) throws IOException {
    return Files.isDirectory(Path.of("/proc/self"))
        ? processes.stream().mapToLong(ProcessMemory::proportionalKib).sum()
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
