package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sluice run stations} as a new user calls it. */
class StationsCommandTest {
  @Test
  void shouldRunOnTheDemonstrationApiWithoutADatabase(@TempDir Path state) {
    CommandLine line = new CommandLine(Assembly.standard(), state);

    CommandLine.Answer answer = line.call("run", "stations");

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("SUCCEEDED in", "curated/stations_average", "curated/stations_availability")
        .doesNotContain("Uploading", "sluice-shop", "sluice-orders");
    assertThat(line.awsState().resolve("postgres/data")).doesNotExist();
    assertThat(Files.exists(line.awsState().resolve("logs"))).isTrue();
  }
}
