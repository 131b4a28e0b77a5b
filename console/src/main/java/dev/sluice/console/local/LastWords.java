package dev.sluice.console.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What the embedded AWS said when it ended by itself. */
public final class LastWords {
  private LastWords() {}

  /** Empty while it runs, and where it has said nothing since that moment. */
  public static Optional<String> since(Home home, Instant moment) {
    Path said = errors(home);
    try {
      if (EndpointFile.ofLiving(home.awsState()).isPresent()
          || !Files.exists(said)
          || Files.getLastModifiedTime(said).toInstant().isBefore(moment)) {
        return Optional.empty();
      }
      return new ChildErrors(said, 0).lastLine();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where its standard error goes. */
  static Path errors(Home home) {
    return home.awsState().resolve("logs/stderr.log");
  }
}
