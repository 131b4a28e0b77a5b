package dev.sluice.console.local;

import dev.sluice.console.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The embedded AWS's state directory as a whole. */
public final class StateDirectory {
  private StateDirectory() {}

  /** Deletes the directory; refuses while an embedded AWS runs on it. */
  public static void delete(Path state) {
    EndpointFile.ofLiving(state)
        .ifPresent(
            running -> {
              throw UserError.unavailable(
                  "the embedded AWS runs on this state (process "
                      + running.pid()
                      + "). End it before you begin afresh.");
            });
    if (!Files.exists(state)) {
      return;
    }
    try (Stream<Path> all = Files.walk(state)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw UserError.unavailable("could not delete " + state + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw UserError.unavailable("could not read " + state + ": " + e.getMessage(), e);
    }
  }
}
