package dev.sluice.local.base.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.file.DamagedFile;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;

  private static JsonNode line(int number, int length) {
    return Json.object().put("n", number).put("text", "ü\n".repeat(length));
  }

  private static List<Integer> numbers(Path file) {
    List<Integer> numbers = new ArrayList<>();
    JournalReader.each(
        file,
        (offset, line) -> {
          assertThat(JournalReader.at(file, offset)).isEqualTo(line);
          return numbers.add(line.get("n").intValue());
        });
    return numbers;
  }

  @Test
  void shouldReadLinesOfAnyLengthWithTheirOffsets() {
    Path file = directory.resolve("j");
    int[] lengths = {0, 1, 8_000, 11_000, 3, 90_000, 5};
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < lengths.length; i++) {
        journal.write(line(i, lengths[i]));
      }
    }
    assertThat(numbers(file)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(JournalReader.first(file)).isEqualTo(line(0, 0));
    assertThat(JournalReader.last(file)).isEqualTo(line(6, 5));
  }

  @Test
  void shouldIgnoreATornLastLineAndCutItOffBeforeWriting() throws IOException {
    Path file = directory.resolve("j");
    try (Journal journal = Journal.open(file)) {
      journal.write(line(0, 1));
      journal.write(line(1, 50_000));
    }
    Files.writeString(file, "{\"n\":2,\"te", StandardOpenOption.APPEND);
    assertThat(numbers(file)).containsExactly(0, 1);
    assertThat(JournalReader.last(file)).isEqualTo(line(1, 50_000));
    try (Journal journal = Journal.open(file)) {
      journal.write(line(3, 1));
    }
    assertThat(numbers(file)).containsExactly(0, 1, 3);
  }

  @Test
  void shouldHaveNoLineWhereTheFirstIsTornOrTheFileIsMissing() throws IOException {
    Path file = directory.resolve("j");
    assertThat(numbers(file)).isEmpty();
    Files.writeString(file, "{\"n\":");
    assertThat(numbers(file)).isEmpty();
    assertThat(JournalReader.first(file)).isNull();
    assertThat(JournalReader.last(file)).isNull();
  }

  @Test
  void shouldLeaveNothingOfALineThatDidNotFitOnTheDisk() throws IOException {
    Path file = directory.resolve("j");
    FullChannel disk =
        new FullChannel(
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), 100);
    try (Journal journal = new Journal(disk)) {
      journal.write(line(0, 1));
      assertThatThrownBy(() -> journal.write(line(1, 500)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No space left on device");
      disk.room(100);
      journal.write(line(2, 1));
    }
    assertThat(numbers(file)).containsExactly(0, 2);
  }

  @Test
  void shouldCutLastLinesThatAPowerCutLeftWithoutTheirContent() throws IOException {
    Path file = directory.resolve("j");
    try (Journal journal = Journal.open(file)) {
      journal.write(line(0, 1));
      journal.write(line(1, 1));
    }
    Files.writeString(file, "\0\0\0\n\0\0}\n", StandardOpenOption.APPEND);

    assertThat(numbers(file)).containsExactly(0, 1);
    assertThat(JournalReader.last(file)).isEqualTo(line(1, 1));
    try (Journal journal = Journal.open(file)) {
      journal.write(line(2, 1));
    }
    assertThat(numbers(file)).containsExactly(0, 1, 2);
  }

  @Test
  void shouldNameADamagedLineBeforeWholeOnesAndHowToGoOn() throws Exception {
    Path file = directory.resolve("j");
    Files.writeString(file, "{\"n\":0}\n{\"n\":{\"n\":1}\n{\"n\":2}\n");

    assertThatThrownBy(() -> JournalReader.each(file, (offset, line) -> true))
        .isInstanceOf(DamagedFile.class)
        .hasMessageStartingWith(file + " is damaged: the line at byte 8 is no JSON")
        .satisfies(
            damaged -> {
              Matcher remedy = Pattern.compile("head .*'(?=\\. )").matcher(damaged.getMessage());
              assertThat(remedy.find()).isTrue();
              new ProcessBuilder("sh", "-c", remedy.group()).inheritIO().start().waitFor();
            });
    assertThat(Files.readString(file)).isEqualTo("{\"n\":0}\n");
  }
}
