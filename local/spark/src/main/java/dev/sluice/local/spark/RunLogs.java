package dev.sluice.local.spark;

import dev.sluice.local.spark.role.CallingRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sorts what is printed by the {@linkplain CallingRun run} that prints it: each writes to its log,
 * everything else goes to the worker's own.
 */
final class RunLogs {
  private final OutputStream fallback;
  private final Map<String, OutputStream> open = new ConcurrentHashMap<>();

  private RunLogs(OutputStream fallback) {
    this.fallback = fallback;
  }

  /**
   * Takes over {@code System.out} and {@code System.err}; must come before the first log line of
   * the JVM.
   */
  static RunLogs install() {
    RunLogs logs = new RunLogs(System.err);
    PrintStream sorted = new PrintStream(logs.new Sorting(), true, StandardCharsets.UTF_8);
    System.setOut(sorted);
    System.setErr(sorted);
    return logs;
  }

  /** From now on what the run prints goes to that file. */
  void begin(String run, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    open.put(
        run, Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Closes the run's file. */
  void end(String run) {
    OutputStream file = open.remove(run);
    if (file != null) {
      try {
        file.close();
      } catch (IOException lost) {
        // The log is on a full or vanished disk; the run's result does not depend on it.
        System.err.println("cannot close the log of " + run + ": " + lost);
      }
    }
  }

  private OutputStream target() {
    String run = CallingRun.id();
    // A pool's thread may outlive the run that started it.
    OutputStream file = run == null ? null : open.get(run);
    return file == null ? fallback : file;
  }

  private final class Sorting extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      target().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      target().flush();
    }
  }
}
