package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Makes a run's document and the worker's request from the job and StartJobRun's input. */
final class NewJobRun {
  private final Path logs;
  private final Clock clock;
  private final RunCredentials credentials;

  /**
   * @param logs below which each job has a directory with one log a run
   * @param credentials of the jobs' roles
   */
  NewJobRun(Path logs, Clock clock, RunCredentials credentials) {
    this.logs = logs;
    this.clock = clock;
    this.credentials = credentials;
  }

  record Prepared(JobRun run, ObjectNode request) {}

  Prepared prepare(ObjectNode job, JsonNode input) {
    String name = job.path("Name").asText();
    String id = "jr_" + hex() + hex();
    Path log = log(name, id);
    ObjectNode run = Json.object();
    DecimalNode now = Times.now(clock);
    run.put("Id", id).put("Attempt", 0).put("JobName", name).put("JobMode", "SCRIPT");
    run.set("StartedOn", now);
    run.set("LastModifiedOn", now);
    run.put("JobRunState", JobRunState.STARTING.name());
    run.set("Arguments", input.path("Arguments").deepCopy());
    if (!run.get("Arguments").isObject()) {
      run.putObject("Arguments");
    }
    run.putArray("PredecessorRuns");
    run.put("ExecutionTime", 0);
    run.put("Timeout", input.path("Timeout").asInt(job.path("Timeout").asInt()));
    for (String field : new String[] {"GlueVersion", "WorkerType", "NumberOfWorkers"}) {
      JsonNode value = input.hasNonNull(field) ? input.get(field) : job.path(field);
      if (!value.isMissingNode()) {
        run.set(field, value);
      }
    }
    run.put("LogGroupName", "/aws-glue/jobs");
    // No field of AWS's is a path; this one is free text about the run.
    run.put("StateDetail", "log: " + log);
    return new Prepared(new JobRun(run), request(job, run, log));
  }

  private ObjectNode request(ObjectNode job, ObjectNode run, Path log) {
    ObjectNode arguments = RunArguments.of(job, run);
    ObjectNode request = Json.object();
    request.put("run", run.path("Id").asText());
    request.put("scriptUri", job.path("Command").path("ScriptLocation").asText());
    request.put("scriptClass", arguments.path("--class").asText("GlueApp"));
    var jars = request.putArray("extraJars");
    for (String jar : arguments.path("--extra-jars").asText("").split(",")) {
      if (!jar.isBlank()) {
        jars.add(jar.trim());
      }
    }
    request.set("arguments", arguments);
    request.put("log", log.toString());
    request.set("credentials", credentials.of(job.path("Role").asText()));
    return request;
  }

  private Path log(String job, String run) {
    try {
      return OwnerOnly.directories(logs.resolve(job)).resolve(run + ".log").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory of the job's logs", e);
    }
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
