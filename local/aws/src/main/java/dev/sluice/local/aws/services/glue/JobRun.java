package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One run of a job, as a document in the shape of GetJobRun's {@code JobRun}. Immutable. */
record JobRun(ObjectNode document) {
  private static final List<String> TIMES = List.of("StartedOn", "LastModifiedOn", "CompletedOn");

  String id() {
    return document.path("Id").asText();
  }

  String jobName() {
    return document.path("JobName").asText();
  }

  JobRunState state() {
    return JobRunState.valueOf(document.path("JobRunState").asText());
  }

  int timeoutMinutes() {
    return document.path("Timeout").asInt();
  }

  long startedMillis() {
    return millis(document.path("StartedOn"));
  }

  /** The run in another state at that time. */
  JobRun as(JobRunState state, String error, DecimalNode now) {
    ObjectNode changed = document.deepCopy();
    changed.put("JobRunState", state.name());
    changed.set("LastModifiedOn", now);
    if (error != null) {
      changed.put("ErrorMessage", error);
    }
    if (state.ended()) {
      changed.set("CompletedOn", now);
      changed.put("ExecutionTime", (millis(now) - startedMillis()) / 1000);
    }
    return new JobRun(changed);
  }

  /** As Step Functions shows it: times in milliseconds. */
  ObjectNode forStepFunctions() {
    ObjectNode copy = document.deepCopy();
    for (String time : TIMES) {
      if (copy.has(time)) {
        copy.put(time, millis(copy.get(time)));
      }
    }
    return copy;
  }

  private static long millis(JsonNode seconds) {
    return seconds.decimalValue().movePointRight(3).longValue();
  }
}
