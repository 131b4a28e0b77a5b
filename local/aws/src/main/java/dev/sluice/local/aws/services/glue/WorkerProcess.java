package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.thread.DaemonThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker process, spoken to in JSON lines. Thread-safe; sending does not block. */
final class WorkerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  private final Process process;
  private final OutputStream requests;
  private final Thread reader;
  // The worker reads nothing while it warms up, and a pipe holds only so much.
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(DaemonThreads.named("glue-worker-requests"));

  /**
   * @param replies gets each reply, one after the other
   * @param exited gets the exit status once, after the last reply
   */
  WorkerProcess(Process process, Consumer<JsonNode> replies, IntConsumer exited) {
    this.process = process;
    this.requests = process.getOutputStream();
    reader = DaemonThreads.thread("glue-worker-replies", () -> read(replies, exited));
    reader.start();
  }

  void send(ObjectNode request) {
    byte[] line = (request + "\n").getBytes(StandardCharsets.UTF_8);
    sender.execute(
        () -> {
          try {
            requests.write(line);
            requests.flush();
          } catch (IOException broken) {
            // The process is ending; whoever waits is told so when it has.
          }
        });
  }

  private void read(Consumer<JsonNode> replies, IntConsumer exited) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        replies.accept(Json.parse(line));
      }
    } catch (IOException | RuntimeException unreadable) {
      LOG.error("the Spark worker's replies cannot be read; it is ended", unreadable);
      process.destroyForcibly();
    }
    exited.accept(process.onExit().join().exitValue());
    sender.shutdownNow();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Ends the process at once; returns when whoever waited for it has been told, within 2 s. */
  void close() {
    kill();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
