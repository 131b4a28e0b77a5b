package dev.sluice.local.aws.services.sns;

import dev.sluice.local.base.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A directory of mails, one {@code .eml} file each, that any mail program opens. Names sort in the
 * order of arrival: {@code 000001-20261120T111634Z-subject.eml}. Thread-safe.
 */
final class Mailbox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MAX_SUBJECT = 60;

  private final Path directory;
  private final Clock clock;

  Mailbox(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  synchronized Path deliver(String from, String to, String subject, String text)
      throws IOException {
    Instant now = clock.instant();
    String name =
        String.format(
            Locale.ROOT, "%06d-%s-%s.eml", last() + 1, TIME.format(now), readable(subject));
    Path file = directory.resolve(name);
    DurableFile.write(file, Mail.of(from, to, subject, text, now));
    return file;
  }

  private int last() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{6,}-.*\\.eml"))
          .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('-'))))
          .max()
          .orElse(0);
    }
  }

  /** Letters, digits and hyphens only, so that the name suits every file system and shell. */
  static String readable(String subject) {
    String plain =
        Normalizer.normalize(subject, Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > MAX_SUBJECT ? plain.substring(0, MAX_SUBJECT) : plain;
    return cut.isEmpty() ? "mail" : cut;
  }
}
