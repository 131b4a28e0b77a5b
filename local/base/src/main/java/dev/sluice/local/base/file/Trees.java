package dev.sluice.local.base.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
public final class Trees {
  private Trees() {}

  /** Deletes a tree; one that is not there is fine. */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    for (Path path : deepestFirst(root)) {
      Files.deleteIfExists(path);
    }
  }

  private static List<Path> deepestFirst(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      // Walking fails so where somebody else deletes at the same time.
      throw e.getCause();
    }
  }
}
