package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.time.Clock;
import java.util.List;

/** The job definitions, in the shape of GetJob's {@code Job}. */
final class Jobs {
  private static final int DEFAULT_TIMEOUT_MINUTES = 2880;

  private final Documents documents;
  private final Clock clock;

  Jobs(Documents documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /** Null where there is none. */
  ObjectNode find(String name) {
    return documents.get(name);
  }

  /**
   * @throws ServiceError EntityNotFoundException
   */
  ObjectNode get(String name) {
    ObjectNode job = find(name);
    if (job == null) {
      throw Errors.notFound("Job " + name + " not found.");
    }
    return job;
  }

  List<ObjectNode> all() {
    return documents.list();
  }

  /** Creates the job or replaces its definition. */
  void put(String name, ObjectNode definition) {
    ObjectNode before = find(name);
    ObjectNode job = definition.deepCopy();
    job.put("Name", name);
    job.set("CreatedOn", before == null ? Times.now(clock) : before.get("CreatedOn"));
    job.set("LastModifiedOn", Times.now(clock));
    if (!job.has("Timeout")) {
      job.put("Timeout", DEFAULT_TIMEOUT_MINUTES);
    }
    if (!job.has("ExecutionProperty")) {
      job.putObject("ExecutionProperty").put("MaxConcurrentRuns", 1);
    }
    documents.put(name, job);
  }

  /**
   * UpdateJob: the given definition replaces the job's, as at AWS; only fields of which AWS says so
   * keep their values.
   */
  void update(String name, JsonNode update) {
    get(name);
    if (!update.isObject()) {
      throw Errors.invalid("JobUpdate is missing; the operation needs it");
    }
    ObjectNode job = update.deepCopy();
    if (!job.path("Command").hasNonNull("ScriptLocation")) {
      throw Errors.invalid("Command cannot be null or empty.");
    }
    put(name, job);
  }

  static int maxConcurrentRuns(JsonNode job) {
    return job.path("ExecutionProperty").path("MaxConcurrentRuns").asInt(1);
  }
}
