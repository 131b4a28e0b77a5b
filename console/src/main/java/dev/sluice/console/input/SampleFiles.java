package dev.sluice.console.input;

import dev.sluice.demo.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;

/** The sample data, made anew at each run: the same seed gives the same bytes. */
public final class SampleFiles {
  private SampleFiles() {}

  public static Path in(Path directory) throws IOException {
    Samples.write(directory, Samples.SEED);
    return directory;
  }
}
