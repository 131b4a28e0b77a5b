package dev.sluice.console.command;

import dev.sluice.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;

/** The sample data, made anew at each run: the same seed gives the same bytes. */
final class SampleFiles {
  private static final long SEED = 2026;

  private SampleFiles() {}

  static Path in(Path directory) throws IOException {
    Samples.write(directory, SEED);
    return directory;
  }
}
