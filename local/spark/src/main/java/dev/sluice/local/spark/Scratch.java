package dev.sluice.local.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for Spark's own files that goes when the JVM does. */
final class Scratch {
  private Scratch() {}

  static Path create() throws IOException {
    Path directory = Files.createTempDirectory("sluice-spark");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "scratch"));
    return directory;
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException gone) {
      System.err.println("cannot clear " + directory + ": " + gone.getMessage());
    }
  }
}
