package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The context object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">AWS</a>
 */
final class ContextObject {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  /**
   * @param token the task's token, or null
   * @param mapItem the item that is worked on, or null
   */
  static ObjectNode of(Visit visit, String token, JsonNode mapItem) {
    Run run = visit.flow().run();
    RunIdentity identity = run.identity();
    ObjectNode context = Json.object();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", identity.arn());
    execution.set("Input", run.input().json());
    execution.put("Name", identity.name());
    execution.put("RoleArn", identity.roleArn());
    execution.put("StartTime", time(identity.startTime()));
    execution.put("RedriveCount", identity.redriveCount());
    if (identity.redriveTime() != null) {
      execution.put("RedriveTime", time(identity.redriveTime()));
    }
    ObjectNode state = context.putObject("State");
    state.put("EnteredTime", time(visit.entered())).put("Name", visit.state().name());
    // AWS adds the count with the first retry.
    if (visit.retryCount() > 0) {
      state.put("RetryCount", visit.retryCount());
    }
    context
        .putObject("StateMachine")
        .put("Id", identity.machineArn())
        .put("Name", identity.machineName());
    if (token != null) {
      context.putObject("Task").put("Token", token);
    }
    if (mapItem != null) {
      context.putObject("Map").set("Item", mapItem);
    }
    if (run.probe().context() != null) {
      context.setAll(run.probe().context());
    }
    return context;
  }

  private static String time(Instant instant) {
    return MILLIS.format(instant);
  }
}
