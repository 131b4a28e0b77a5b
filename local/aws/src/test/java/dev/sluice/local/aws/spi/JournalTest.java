package dev.sluice.local.aws.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.base.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;

  @Test
  void shouldFindOpenEntriesAgainAndNumberOn() throws Exception {
    Path file = directory.resolve("journal");
    long done;
    long open;
    try (Journal journal = new Journal(file)) {
      done = journal.add(Json.object().put("a", 1));
      open = journal.add(Json.object().put("a", "two\nlines"));
      journal.done(done);
      journal.done(done);
    }
    Files.writeString(file, "{\"n\":99,\"ent", StandardOpenOption.APPEND);

    try (Journal journal = new Journal(file)) {
      assertThat(journal.pending()).containsOnlyKeys(open);
      assertThat(journal.pending().get(open).path("a").asText()).isEqualTo("two\nlines");
      journal.done(open);
      assertThat(journal.add(Json.object())).isGreaterThan(open);
    }
    try (Journal journal = new Journal(file)) {
      assertThat(journal.pending()).hasSize(1);
    }
  }

  @Test
  void shouldNotUseANumberAgainAfterEverythingWasDone() throws Exception {
    Path file = directory.resolve("journal");
    long last;
    try (Journal journal = new Journal(file)) {
      last = journal.add(Json.object());
      journal.done(last);
    }
    new Journal(file).close();

    try (Journal journal = new Journal(file)) {
      assertThat(journal.add(Json.object())).isGreaterThan(last);
    }
  }
}
