package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;

/** What runs jobs and reads schemas. Nothing here blocks. */
interface SparkWorker extends AutoCloseable {
  /** Told what becomes of runs; exactly one end a run. */
  interface Listener {
    void running(String runId);

    /**
     * @param error one line, null unless FAILED
     */
    void ended(String runId, JobRunState state, String error);
  }

  /** Starts it, so that the first run need not wait. */
  void warmUp();

  /** Runs a job; the request is as the worker's protocol defines it. */
  void run(ObjectNode request);

  void stop(String runId);

  /**
   * Reads the schema of the files below a location.
   *
   * @param credentials by which it may call S3, as {@link RunCredentials} gives them
   * @return {@code {"format", "columns": [{"name", "type"}]}}; fails with a one-line message
   */
  CompletionStage<JsonNode> schema(String location, ObjectNode credentials);

  @Override
  void close();
}
