package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.glue.failure.JobFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlueAppTest {
  @TempDir Path directory;

  @Test
  void shouldSayThatTheJobIsMissing() {
    assertThatThrownBy(() -> new GlueRun(directory).glueApp("--lake", "s3://x"))
        .hasMessageStartingWith("the argument --job is missing");
    assertThatThrownBy(() -> new GlueRun(directory).glueApp("--job"))
        .hasMessageStartingWith("the argument --job is missing");
  }

  @Test
  void shouldSayThatTheClassIsInNoJar() {
    assertThatThrownBy(() -> new GlueRun(directory).glueApp("--job", "dev.sluice.glue.SqlJop"))
        .hasMessageStartingWith(
            "--job names dev.sluice.glue.SqlJop, which is in no jar of --extra-jars");
  }

  @Test
  void shouldLeaveWithTheJobsOwnException() {
    assertThatThrownBy(() -> new GlueRun(directory).glueApp("--job", "dev.sluice.glue.SqlJob"))
        .isInstanceOf(JobFailure.class)
        .hasMessage("argument --sql is missing; the job needs it");
  }
}
