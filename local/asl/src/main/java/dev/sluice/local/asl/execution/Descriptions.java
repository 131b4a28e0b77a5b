package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;

/** Executions as DescribeExecution and ListExecutions show them. */
public final class Descriptions {
  private Descriptions() {}

  /**
   * @param data whether input, output and error are wanted
   */
  public static ObjectNode describe(Execution execution, boolean data) {
    Header header = execution.header();
    Summary summary = execution.summary();
    ObjectNode answer = item(execution);
    if (data) {
      answer.put("input", execution.input());
      answer.putObject("inputDetails").put("included", true);
    }
    if (data && summary.status() != Status.RUNNING) {
      ending(answer, execution.ending());
    }
    String obstacle = Redrivable.obstacle(summary, execution.now());
    answer.put("redriveStatus", obstacle == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (obstacle != null) {
      answer.put("redriveStatusReason", obstacle);
    }
    answer.put("stateMachineArn", header.machineArn());
    return answer;
  }

  /** Adds output, or error and cause, of the event that ended an execution. */
  public static void ending(ObjectNode answer, JsonNode details) {
    for (String field : new String[] {"output", "error", "cause"}) {
      if (details.has(field)) {
        answer.set(field, details.get(field));
      }
    }
    if (details.has("output")) {
      answer.putObject("outputDetails").put("included", true);
    }
  }

  public static ObjectNode item(Execution execution) {
    Header header = execution.header();
    Summary summary = execution.summary();
    ObjectNode item = Json.object().put("executionArn", header.arn());
    item.put("stateMachineArn", header.machineArn());
    header.putQualifiers(item);
    item.put("name", header.name());
    item.put("status", summary.status().name());
    item.put("startDate", Json.seconds(header.started()));
    if (summary.stopped() != null) {
      item.put("stopDate", Json.seconds(summary.stopped()));
    }
    item.put("redriveCount", summary.redriveCount());
    if (summary.redriven() != null) {
      item.put("redriveDate", Json.seconds(summary.redriven()));
    }
    return item;
  }
}
