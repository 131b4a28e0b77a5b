package dev.sluice.local.aws.services.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A postmaster that outlived the process that had started it. Its pid is in its data directory.
 *
 * @see <a href="https://www.postgresql.org/docs/17/server-shutdown.html">signals</a>
 */
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
  private static final int PATIENCE_SECONDS = 10;

  private final Path pidFile;

  Orphan(Path data) {
    this.pidFile = data.resolve("postmaster.pid");
  }

  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> postmaster = find();
    if (postmaster.isPresent()) {
      LOG.info("stopping PostgreSQL {} of an earlier process", postmaster.get().pid());
      // Fast shutdown; the signal that Java sends would wait for clients to leave.
      new ProcessBuilder("kill", "-INT", Long.toString(postmaster.get().pid()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      await(postmaster.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static void await(ProcessHandle postmaster) throws InterruptedException {
    try {
      postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      postmaster.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for PostgreSQL " + postmaster.pid(), e);
    }
  }

  private Optional<ProcessHandle> find() throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).trim().matches("\\d+")) {
      return Optional.empty();
    }
    // The number may by now belong to some other program.
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
  }
}
