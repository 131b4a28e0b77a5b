package dev.sluice.console.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What functions, jobs and the embedded AWS itself wrote on this machine.
 *
 * @param state the embedded AWS's state; may be missing
 */
public record LogFiles(Path state) {
  private static final int DEPTH = 5;

  /** Every log, the one that was written last first. */
  public List<Path> newestFirst() {
    if (!Files.isDirectory(state)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(state.toRealPath(), DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(".log") && Files.isRegularFile(file))
          .sorted(Comparator.comparing(LogFiles::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log's name below the state. */
  public String nameOf(Path log) {
    try {
      return state.toRealPath().relativize(log).toString();
    } catch (IOException e) {
      return log.toString();
    }
  }

  /** The lines of a log; it holds whatever was printed, so that any byte has to be readable. */
  public static List<String> lines(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
