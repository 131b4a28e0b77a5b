package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The detail of EventBridge's "Step Functions Execution Status Change".
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">AWS</a>
 */
final class StatusChange {
  /** Input and output that are longer, both together, are left out by AWS. */
  private static final int LIMIT = 248 * 1024;

  private StatusChange() {}

  /**
   * @param outcome null where the execution has just been started or redriven
   */
  static ObjectNode of(Execution execution, Outcome outcome) {
    Header header = execution.header();
    Summary summary = execution.summary();
    String input = execution.input();
    String output = outcome == null || outcome.output() == null ? null : outcome.output().text();
    boolean included = bytes(input) + bytes(output) <= LIMIT;
    ObjectNode detail = Json.object();
    detail.put("executionArn", header.arn());
    detail.put("stateMachineArn", header.machineArn());
    detail.put("name", header.name());
    detail.put("status", summary.status().name());
    detail.put("startDate", header.started().toEpochMilli());
    put(detail, "stopDate", summary.stopped());
    detail.put("input", included ? input : null);
    detail.set("inputDetails", Json.object().put("included", included));
    detail.put("output", included ? output : null);
    JsonNode outputDetails = output == null ? null : Json.object().put("included", included);
    detail.set("outputDetails", outputDetails);
    detail.put("stateMachineVersionArn", header.versionArn());
    detail.put("stateMachineAliasArn", header.aliasArn());
    detail.put("redriveCount", summary.redriveCount());
    put(detail, "redriveDate", summary.redriven());
    String obstacle = Redrivable.obstacle(summary, execution.now());
    detail.put("redriveStatus", obstacle == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
    detail.put("redriveStatusReason", obstacle);
    StateError error = outcome == null ? null : outcome.error();
    detail.put("error", error == null ? null : error.error());
    detail.put("cause", error == null ? null : error.cause());
    return detail;
  }

  private static void put(ObjectNode detail, String field, Instant instant) {
    detail.put(field, instant == null ? null : instant.toEpochMilli());
  }

  private static int bytes(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
