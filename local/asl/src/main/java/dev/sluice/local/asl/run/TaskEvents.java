package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.TaskState;
import dev.sluice.local.base.json.Json;
import java.time.Duration;

/**
 * The events of one task. A function's or activity's ARN as resource has events of its own;
 * everything else has those of service integrations.
 */
final class TaskEvents {
  private final Attempt attempt;
  private final boolean direct;
  private final String prefix;
  private final String service;
  private final String action;
  private final String resource;

  TaskEvents(Attempt attempt, TaskState state) {
    this.attempt = attempt;
    this.direct = state.direct() || state.activity();
    this.prefix = state.activity() ? "Activity" : direct ? "LambdaFunction" : "Task";
    this.resource = state.resource();
    String name =
        resource.substring(resource.lastIndexOf(":::") < 0 ? 0 : resource.lastIndexOf(":::") + 3);
    int colon = name.lastIndexOf(':');
    this.service = colon < 0 ? name : name.substring(0, colon);
    this.action = colon < 0 ? name : name.substring(colon + 1);
  }

  void scheduled(Payload arguments, Duration timeout, Duration heartbeat) {
    ObjectNode details = direct ? Json.object().put("resource", resource) : typed();
    if (direct) {
      details.put("input", arguments.text()).set("inputDetails", EventDetails.whole());
    } else {
      details.put("region", attempt.run().world().region()).put("parameters", arguments.text());
    }
    if (timeout != null) {
      details.put("timeoutInSeconds", timeout.toSeconds());
    }
    if (heartbeat != null) {
      details.put("heartbeatInSeconds", heartbeat.toSeconds());
    }
    event("Scheduled", details);
  }

  void started() {
    event("Started", direct ? null : typed());
  }

  /**
   * A worker has fetched the task.
   *
   * @param worker its name, or null
   */
  void fetched(String worker) {
    event("Started", worker == null ? Json.object() : Json.object().put("workerName", worker));
  }

  void submitted(JsonNode answer) {
    event("Submitted", output(typed(), new Payload(answer)));
  }

  void succeeded(Payload result) {
    event("Succeeded", output(direct ? Json.object() : typed(), result));
  }

  void failed(StateError error) {
    event("Failed", EventDetails.error(direct ? Json.object() : typed(), error));
  }

  void timedOut(StateError error) {
    event("TimedOut", EventDetails.error(direct ? Json.object() : typed(), error));
  }

  private void event(String what, ObjectNode details) {
    attempt.event(prefix + what, details);
  }

  private ObjectNode typed() {
    return Json.object().put("resourceType", service).put("resource", action);
  }

  private static ObjectNode output(ObjectNode details, Payload output) {
    details.put("output", output.text()).set("outputDetails", EventDetails.whole());
    return details;
  }
}
