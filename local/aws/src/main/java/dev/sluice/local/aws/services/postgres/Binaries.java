package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.file.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** PostgreSQL's programs, which the library unpacks at the first start. */
final class Binaries {
  /** What the library leaves in a folder when it has unpacked all. */
  private static final String COMPLETE = ".exists";

  private Binaries() {}

  /** Removes what a killed process unpacked in part; the library fails on it. */
  static void discardUnfinished(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> versions = Files.list(directory)) {
      for (Path version : versions.filter(Files::isDirectory).toList()) {
        if (!Files.exists(version.resolve(COMPLETE))) {
          Trees.delete(version);
        }
      }
    }
  }
}
