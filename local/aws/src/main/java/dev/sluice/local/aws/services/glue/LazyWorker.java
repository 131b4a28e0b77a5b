package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A worker process that is started when it is needed, and again after it died; what it worked on
 * then fails with the reason. Thread-safe.
 */
final class LazyWorker implements SparkWorker {
  /** Starts a process that speaks the worker's protocol. */
  interface Launcher {
    Process launch() throws IOException;

    /** Where a person reads what the worker itself had to say. */
    String log();
  }

  private final Launcher launcher;
  private final Listener listener;
  private final ScheduledExecutorService timer;
  private final long stopMillis;
  private final Set<String> runs = new LinkedHashSet<>();
  private final Map<String, CompletableFuture<JsonNode>> schemas = new LinkedHashMap<>();
  private Process child;
  private WorkerProcess process;
  private boolean closed;

  /**
   * @param stopMillis after which a run that was asked to stop and did not is killed, with the
   *     worker
   */
  LazyWorker(
      Launcher launcher, Listener listener, ScheduledExecutorService timer, long stopMillis) {
    this.launcher = launcher;
    this.listener = listener;
    this.timer = timer;
    this.stopMillis = stopMillis;
  }

  @Override
  public synchronized void warmUp() {
    try {
      started();
    } catch (IOException e) {
      // The first run that needs it will say so.
    }
  }

  private WorkerProcess started() throws IOException {
    if (closed) {
      throw new IOException("the local runtime is ending");
    }
    if (process == null) {
      Process started = launcher.launch();
      child = started;
      process = new WorkerProcess(started, this::reply, status -> exited(started, status));
    }
    return process;
  }

  @Override
  public void run(ObjectNode request) {
    String run = request.path("run").asText();
    String failure = null;
    synchronized (this) {
      runs.add(run);
      try {
        started().send(request);
      } catch (IOException e) {
        runs.remove(run);
        failure = "The Spark worker could not be started: " + e.getMessage();
      }
    }
    if (failure != null) {
      listener.ended(run, JobRunState.FAILED, failure);
    }
  }

  @Override
  public synchronized void stop(String runId) {
    if (runs.contains(runId) && process != null) {
      process.send(Json.object().put("stop", runId));
      timer.schedule(() -> killIfRunning(runId), stopMillis, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void killIfRunning(String runId) {
    if (runs.contains(runId) && process != null) {
      process.kill();
    }
  }

  @Override
  public synchronized CompletionStage<JsonNode> schema(String location, ObjectNode credentials) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> result = new CompletableFuture<>();
    try {
      schemas.put(id, result);
      ObjectNode request = Json.object().put("schema", location).put("request", id);
      request.set("credentials", credentials);
      started().send(request);
    } catch (IOException e) {
      schemas.remove(id);
      result.completeExceptionally(e);
    }
    return result;
  }

  private void reply(JsonNode reply) {
    if (reply.hasNonNull("request")) {
      CompletableFuture<JsonNode> waiting;
      synchronized (this) {
        waiting = schemas.remove(reply.get("request").asText());
      }
      answer(waiting, reply);
    } else if (reply.hasNonNull("run")) {
      state(
          reply.get("run").asText(),
          JobRunState.valueOf(reply.path("state").asText()),
          reply.path("error").asText(null));
    }
  }

  private static void answer(CompletableFuture<JsonNode> waiting, JsonNode reply) {
    if (waiting == null) {
      return;
    }
    if (reply.hasNonNull("error")) {
      waiting.completeExceptionally(new IOException(reply.get("error").asText()));
    } else {
      waiting.complete(reply);
    }
  }

  private void state(String run, JobRunState state, String error) {
    if (!state.ended()) {
      listener.running(run);
      return;
    }
    synchronized (this) {
      if (!runs.remove(run)) {
        return;
      }
    }
    listener.ended(run, state, error);
  }

  private void exited(Process ended, int status) {
    List<String> lost;
    List<CompletableFuture<JsonNode>> unanswered;
    boolean ending;
    synchronized (this) {
      if (child != ended) {
        return;
      }
      process = null;
      ending = closed;
      lost = new ArrayList<>(runs);
      runs.clear();
      unanswered = new ArrayList<>(schemas.values());
      schemas.clear();
    }
    String reason =
        ending
            ? "The local runtime ended."
            : "The Spark worker ended with status " + status + "; its log is " + launcher.log();
    lost.forEach(run -> listener.ended(run, JobRunState.FAILED, reason));
    unanswered.forEach(waiting -> waiting.completeExceptionally(new IOException(reason)));
  }

  @Override
  public void close() {
    WorkerProcess last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    if (last != null) {
      last.close();
    }
  }
}
