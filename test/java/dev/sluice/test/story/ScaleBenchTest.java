package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of many files and tables, with few of them: that it measures all its phases. */
class ScaleBenchTest {
  @TempDir Path directory;

  @Test
  void shouldMeasureEveryPhaseAndLeaveNothingBehind() {
    Path state = directory.resolve("state");
    CommandLine line = new CommandLine(Assembly.standard(), state);

    Answer answer = line.call("bench", "scale", "--files", "5", "--tables", "2");

    assertThat(answer.output())
        .containsPattern("upload +5 files +[0-9.,]+ s +[0-9.,]+ ms a file")
        .containsPattern("register +5 files")
        .containsPattern("validate +5 files")
        .containsPattern("process +5 files")
        .containsPattern("export +2 tables")
        .containsPattern("redrive +2 tables +[0-9.,]+ s +[0-9.,]+ ms a table")
        .containsPattern("memory at its most: [0-9,]+ MiB in the runtime \\(limit 768\\)");
    assertThat(answer.exitCode()).isZero();
    assertThat(state).isEmptyDirectory();
  }
}
