package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs whose processes are killed again and again, also in the first deployment, leave what an
 * undisturbed run leaves: the same rows and files, the same states of files, and a mail for each
 * failure.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ChaosTest {
  private static final Duration PATIENCE = Duration.ofMinutes(18);

  /**
   * From here on runtime, function and Spark worker are killed, the runtime in a deployment too.
   */
  private static final String STATIONS_SEED = "3";

  /** The runtime in the deployment, then a function, then the Spark worker. */
  private static final String ORDERS_SEED = "12";

  @Test
  void shouldEndAsUndisturbedRunsDo(@TempDir Path directory) {
    CommandLine line = new CommandLine(Assembly.standard(), directory.resolve("state"));

    Answer answer =
        line.call(PATIENCE, "chaos", "stations", "--runs", "4", "--seed", STATIONS_SEED);

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("killed the runtime in the deployment")
        .containsPattern("4 runs: [1-9]\\d* kills, .* 0 deviations");
    assertThat(directory.resolve("state")).as("the user's own state").doesNotExist();
  }

  @Test
  void shouldEndSoWithFilesToo(@TempDir Path directory) {
    CommandLine line = new CommandLine(Assembly.standard(), directory.resolve("state"));

    Answer answer =
        line.call(
            PATIENCE,
            "chaos",
            "orders",
            "--runs",
            "1",
            "--seed",
            ORDERS_SEED,
            "--skip",
            "crawl_shop,export_tables,export_products,summarize_orders,crawl_lake");

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output()).containsPattern("1 runs: [1-9]\\d* kills, .* 0 deviations");
  }
}
