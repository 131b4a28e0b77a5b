package dev.sluice.local.base.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.base.file.DamagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateJsonTest {
  @TempDir Path directory;

  @Test
  void shouldReadAnObjectAndTakeAMissingFileForAnEmptyOne() throws IOException {
    Path file = directory.resolve("topics.json");
    assertThat(StateJson.read(file, "")).isEmpty();
    Files.writeString(file, "{\"a\": 1}");
    assertThat(StateJson.read(file, "").path("a").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | it is empty
          {"a": {"b"  | it is no JSON at line 1
          [1]         | it holds no JSON object but ARRAY
          """)
  void shouldNameADamagedFileAndTheRemedy(String content, String found) throws IOException {
    Path file = directory.resolve("topics.json");
    Files.writeString(file, content);

    assertThatThrownBy(() -> StateJson.read(file, "Delete it."))
        .isInstanceOf(DamagedFile.class)
        .hasMessageStartingWith(file + " is damaged: " + found)
        .hasMessageEndingWith(". Delete it.");
  }
}
