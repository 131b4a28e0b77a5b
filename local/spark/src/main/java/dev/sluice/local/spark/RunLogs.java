package dev.sluice.local.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;

/**
 * Sorts what is printed by run: a thread of a run, a thread that it started, and a Spark task of
 * the run write to the run's log; everything else goes to the worker's own.
 */
final class RunLogs {
  /** Spark carries this local property from the thread that starts a job to the job's tasks. */
  static final String RUN_PROPERTY = "sluice.run";

  private final OutputStream fallback;
  private final Map<String, OutputStream> open = new ConcurrentHashMap<>();
  private final InheritableThreadLocal<String> current = new InheritableThreadLocal<>();

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

  /** From now on the calling thread, and those that it starts, write to that file. */
  void begin(String run, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    open.put(
        run, Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    current.set(run);
  }

  /** Closes the run's file. */
  void end(String run) {
    current.remove();
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
    TaskContext task = TaskContext.get();
    String run = task == null ? current.get() : task.getLocalProperty(RUN_PROPERTY);
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
