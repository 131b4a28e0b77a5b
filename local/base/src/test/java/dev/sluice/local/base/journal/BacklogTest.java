package dev.sluice.local.base.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.base.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {
  @TempDir Path directory;

  @Test
  void shouldFindOpenEntriesAgainAndNumberOn() throws Exception {
    Path file = directory.resolve("backlog");
    long done;
    long open;
    try (Backlog backlog = new Backlog(file)) {
      done = backlog.add(Json.object().put("a", 1));
      open = backlog.add(Json.object().put("a", "two\nlines"));
      backlog.done(done);
      backlog.done(done);
    }
    Files.writeString(file, "{\"n\":99,\"ent", StandardOpenOption.APPEND);

    try (Backlog backlog = new Backlog(file)) {
      assertThat(backlog.pending()).containsOnlyKeys(open);
      assertThat(backlog.pending().get(open).path("a").asText()).isEqualTo("two\nlines");
      backlog.done(open);
      assertThat(backlog.add(Json.object())).isGreaterThan(open);
    }
    try (Backlog backlog = new Backlog(file)) {
      assertThat(backlog.pending()).hasSize(1);
    }
  }

  @Test
  void shouldNotUseANumberAgainAfterEverythingWasDone() throws Exception {
    Path file = directory.resolve("backlog");
    long last;
    try (Backlog backlog = new Backlog(file)) {
      last = backlog.add(Json.object());
      backlog.done(last);
    }
    new Backlog(file).close();

    try (Backlog backlog = new Backlog(file)) {
      assertThat(backlog.add(Json.object())).isGreaterThan(last);
    }
  }
}
