package dev.sluice.local.aws.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much may still be written to a folder.
 *
 * @param folder may be missing: then the nearest that exists above it counts
 */
record Room(Path folder) {
  private static final long MIB = 1024 * 1024;

  Room {
    folder = folder.toAbsolutePath();
  }

  long bytes() {
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toFile().getUsableSpace();
  }

  /** A sentence for the person who has to make room, where there is less than that. */
  Optional<String> lack(long least) {
    long found = bytes();
    return found >= least
        ? Optional.empty()
        : Optional.of(
            ("the disk is full: found %d MiB free in %s, expected at least %d MiB. Free some there,"
                    + " then start the embedded AWS again and redrive what it interrupted; nothing"
                    + " that had succeeded is lost")
                .formatted(found / MIB, folder, least / MIB));
  }
}
