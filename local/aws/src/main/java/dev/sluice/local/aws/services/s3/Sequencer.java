package dev.sluice.local.aws.services.s3;

import dev.sluice.local.base.file.DurableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Numbers the changes of objects: strictly increasing, also over restarts and a clock set back.
 *
 * <p>Numbers are reserved on disk in blocks, so that only one call in many writes.
 */
final class Sequencer {
  private static final long BLOCK = 60_000_000;

  private final Path file;
  private long last;
  private long reserved;

  Sequencer(Path file) throws java.io.IOException {
    this.file = file;
    if (Files.exists(file)) {
      last = Long.parseLong(Files.readString(file).trim(), 16);
      reserved = last;
    }
  }

  /** The next number, as 16 hexadecimal digits. */
  synchronized String next() {
    last = Math.max(last + 1, System.currentTimeMillis() * 1000);
    if (last >= reserved) {
      reserved = last + BLOCK;
      DurableFile.write(file, hex(reserved).getBytes(StandardCharsets.US_ASCII));
    }
    return hex(last);
  }

  private static String hex(long number) {
    return String.format(Locale.ROOT, "%016X", number);
  }
}
