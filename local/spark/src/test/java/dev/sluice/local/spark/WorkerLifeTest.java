package dev.sluice.local.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLifeTest {
  @TempDir Path directory;

  @Test
  void shouldEndWithItsInputThoughAJobRuns() throws Exception {
    try (WorkerProcess worker = new WorkerProcess(directory)) {
      // Sent before the worker is ready: requests wait, they are not lost.
      worker.run("sleep", "sleep");
      assertThat(worker.reply()).isEqualTo("{\"ready\":true}");
      assertThat(worker.reply()).contains("RUNNING");

      assertThat(worker.endOfInput()).isZero();
    }
  }
}
