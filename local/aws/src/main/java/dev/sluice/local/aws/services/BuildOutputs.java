package dev.sluice.local.aws.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what the build left in other modules, which run in processes of their own. */
public final class BuildOutputs {
  private BuildOutputs() {}

  /**
   * A file or directory below {@code SLUICE_HOME}; without that variable, below the current
   * directory or the nearest one around it that has such a path.
   *
   * @param path e.g. {@code local/lambda/target/classes}
   * @throws IOException where it is not built, with the remedy
   */
  public static Path find(String path) throws IOException {
    String home = System.getenv("SLUICE_HOME");
    Path start = Path.of(home == null ? "" : home).toAbsolutePath().normalize();
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      Path found = directory.resolve(path);
      if (Files.exists(found)) {
        return found;
      }
    }
    throw new IOException(
        "found no "
            + path
            + " in or above "
            + start
            + "; build the repository, or set SLUICE_HOME to it");
  }
}
