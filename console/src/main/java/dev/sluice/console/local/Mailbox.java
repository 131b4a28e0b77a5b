package dev.sluice.console.local;

import dev.sluice.console.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mails that the embedded AWS sent, one .eml file each, named in the order of their sending.
 *
 * @param directory may be missing: then nothing was sent
 */
public record Mailbox(Path directory) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  public List<Path> newestFirst() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw UserError.unavailable(
          "the mails in " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The mails sent since that moment, oldest first. */
  public List<Path> since(Instant moment) {
    return newestFirst().stream().filter(mail -> sentAt(mail).isAfter(moment)).sorted().toList();
  }

  /** Waits until a mail whose name has that text was sent, or the time is over. */
  public void awaitMailOn(String text, Instant since, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    while (Instant.now().isBefore(end) && since(since).stream().noneMatch(m -> names(m, text))) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean names(Path mail, String text) {
    return mail.getFileName().toString().contains(text);
  }

  private static Instant sentAt(Path mail) {
    try {
      return Files.getLastModifiedTime(mail).toInstant();
    } catch (IOException e) {
      return Instant.MIN;
    }
  }
}
