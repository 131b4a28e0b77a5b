package dev.sluice.console.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildErrorsTest {

  @TempDir private Path directory;

  @Test
  void shouldGiveTheLastLineThatTheChildAdded() throws Exception {
    Path file = Files.writeString(directory.resolve("stderr.log"), "of an earlier child\n");
    ChildErrors errors = ChildErrors.from(file);

    assertThat(errors.lastLine()).isEmpty();
    Files.writeString(file, "first\nport 4599 is in use\n\n", StandardOpenOption.APPEND);
    assertThat(errors.lastLine()).contains("port 4599 is in use");
  }

  @Test
  void shouldKnowNothingWhereThereIsNoFile() {
    assertThat(ChildErrors.from(directory.resolve("missing")).lastLine()).isEmpty();
  }
}
