package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;

/** Glue's operations on jobs and their runs. */
final class JobOperations {
  private final Jobs jobs;
  private final JobRuns runs;

  JobOperations(Jobs jobs, JobRuns runs) {
    this.jobs = jobs;
    this.runs = runs;
  }

  void addTo(JsonService service) {
    service
        .operation("GetJob", i -> object("Job", jobs.get(Errors.required(i, "JobName"))))
        .operation("GetJobs", i -> Page.of("Jobs", jobs.all(), i))
        .operation(
            "ListJobs",
            i ->
                Page.of(
                    "JobNames",
                    jobs.all().stream()
                        .map(j -> TextNode.valueOf(j.path("Name").asText()))
                        .toList(),
                    i))
        .operation("UpdateJob", this::update)
        .operation("StartJobRun", i -> Json.object().put("JobRunId", runs.start(i).id()))
        .operation("GetJobRun", this::run)
        .operation("GetJobRuns", this::runs)
        .operation("BatchStopJobRun", this::stop);
  }

  private ObjectNode update(ObjectNode input) {
    String name = Errors.required(input, "JobName");
    jobs.update(name, input.path("JobUpdate"));
    return Json.object().put("JobName", name);
  }

  private ObjectNode run(ObjectNode input) {
    String job = Errors.required(input, "JobName");
    return object("JobRun", runs.get(job, Errors.required(input, "RunId")).document());
  }

  private ObjectNode runs(ObjectNode input) {
    return Page.of(
        "JobRuns",
        runs.of(Errors.required(input, "JobName")).stream().map(JobRun::document).toList(),
        input);
  }

  private ObjectNode stop(ObjectNode input) {
    String job = Errors.required(input, "JobName");
    ObjectNode answer = Json.object();
    ArrayNode stopped = answer.putArray("SuccessfulSubmissions");
    ArrayNode errors = answer.putArray("Errors");
    input
        .path("JobRunIds")
        .forEach(
            id -> {
              ServiceError refused = stop(job, id.asText());
              ObjectNode entry = refused == null ? stopped.addObject() : errors.addObject();
              entry.put("JobName", job).put("JobRunId", id.asText());
              if (refused != null) {
                entry
                    .putObject("ErrorDetail")
                    .put("ErrorCode", refused.code())
                    .put("ErrorMessage", refused.getMessage());
              }
            });
    return answer;
  }

  private ServiceError stop(String job, String run) {
    try {
      JobRun found = runs.get(job, run);
      return runs.stop(run)
          ? null
          : Errors.invalid("Job run " + run + " has ended already; it is " + found.state() + ".");
    } catch (ServiceError unknown) {
      return unknown;
    }
  }

  private static ObjectNode object(String field, ObjectNode value) {
    ObjectNode answer = Json.object();
    answer.set(field, value);
    return answer;
  }
}
