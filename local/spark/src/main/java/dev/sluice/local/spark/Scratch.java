package dev.sluice.local.spark;

import dev.sluice.local.base.file.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory for Spark's own files that goes when the JVM does. */
final class Scratch {
  private Scratch() {}

  static Path create() throws IOException {
    Path directory = Files.createTempDirectory("sluice-spark");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "scratch"));
    return directory;
  }

  private static void delete(Path directory) {
    try {
      Trees.delete(directory);
    } catch (IOException e) {
      System.err.println("cannot clear " + directory + ": " + e.getMessage());
    }
  }
}
