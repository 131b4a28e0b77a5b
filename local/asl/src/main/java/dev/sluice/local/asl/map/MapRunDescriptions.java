package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Map runs and their children as AWS's API shows them. */
public final class MapRunDescriptions {
  private MapRunDescriptions() {}

  public static ObjectNode describe(MapRunState state) {
    synchronized (state) {
      Limits limits = state.limits();
      ObjectNode answer = item(state);
      answer.remove("stateMachineArn");
      answer.put("status", state.status().name());
      answer.put("maxConcurrency", limits.concurrency());
      answer.put("toleratedFailureCount", limits.count() == null ? 0 : limits.count());
      answer.put(
          "toleratedFailurePercentage", limits.percentage() == null ? 0.0 : limits.percentage());
      ChildTable table = state.table();
      answer.set("itemCounts", counts(state, table::items, table.totalItems()));
      answer.set("executionCounts", counts(state, table::executions, table.size()));
      answer.put("redriveCount", state.redriveCount());
      if (state.redriven() != null) {
        answer.put("redriveDate", Json.seconds(state.redriven()));
      }
      return answer;
    }
  }

  private static ObjectNode counts(MapRunState state, ToLongFunction<Status> of, long total) {
    ObjectNode counts = Json.object();
    counts.put("pending", of.applyAsLong(Status.PENDING));
    counts.put("running", of.applyAsLong(Status.RUNNING));
    counts.put("succeeded", of.applyAsLong(Status.SUCCEEDED));
    counts.put("failed", of.applyAsLong(Status.FAILED));
    counts.put("timedOut", of.applyAsLong(Status.TIMED_OUT));
    counts.put("aborted", of.applyAsLong(Status.ABORTED));
    counts.put("total", total);
    counts.put("resultsWritten", state.resultsWritten() > 0 ? total : 0);
    counts.put("failuresNotRedrivable", 0);
    counts.put("pendingRedrive", of.applyAsLong(Status.PENDING_REDRIVE));
    return counts;
  }

  /** As ListMapRuns shows it. */
  public static ObjectNode item(MapRunState state) {
    MapRunHeader header = state.header();
    ObjectNode item = Json.object().put("mapRunArn", header.arn());
    item.put("executionArn", header.executionArn());
    item.put("stateMachineArn", header.childMachineArn());
    item.put("startDate", Json.seconds(header.started()));
    if (state.stopped() != null) {
      item.put("stopDate", Json.seconds(state.stopped()));
    }
    return item;
  }

  /** The children that have begun, as ListExecutions shows them; the latest first. */
  public static List<ObjectNode> children(MapRunState state) {
    List<ObjectNode> all = new ArrayList<>();
    synchronized (state) {
      ChildTable table = state.table();
      for (int i = table.size() - 1; i >= 0; i--) {
        if (table.status(i) != Status.PENDING) {
          all.add(child(state, i));
        }
      }
    }
    return all;
  }

  private static ObjectNode child(MapRunState state, int child) {
    ChildTable table = state.table();
    MapRunHeader header = state.header();
    String name = table.name(child);
    ObjectNode item = Json.object().put("executionArn", header.childArn(name));
    item.put("stateMachineArn", header.childMachineArn());
    item.put("name", name);
    item.put("status", table.status(child).name());
    item.put("startDate", Json.seconds(Instant.ofEpochMilli(table.started(child))));
    if (table.stopped(child) > 0 && table.status(child) != Status.RUNNING) {
      item.put("stopDate", Json.seconds(Instant.ofEpochMilli(table.stopped(child))));
    }
    item.put("mapRunArn", header.arn());
    item.put("itemCount", state.items().count(child));
    item.put("redriveCount", table.redrives(child));
    if (table.redriven(child) > 0) {
      item.put("redriveDate", Json.seconds(Instant.ofEpochMilli(table.redriven(child))));
    }
    return item;
  }

  /**
   * A child as DescribeExecution shows it, or null where the map run has none of that name.
   *
   * @param data whether input, output and error are wanted
   */
  public static ObjectNode describeChild(MapRunState state, String name, boolean data) {
    synchronized (state) {
      int child = state.table().find(name);
      if (child < 0 || state.table().status(child) == Status.PENDING) {
        return null;
      }
      ObjectNode answer = child(state, child);
      answer.remove("itemCount");
      Status status = state.table().status(child);
      if (data) {
        answer.put("input", state.items().input(child).text());
        answer.putObject("inputDetails").put("included", true);
      }
      if (data && status != Status.RUNNING) {
        JsonNode end = state.end(child);
        for (String field : new String[] {"output", "error", "cause"}) {
          if (end.has(field)) {
            answer.set(field, end.get(field));
          }
        }
        if (end.has("output")) {
          answer.putObject("outputDetails").put("included", true);
        }
      }
      boolean redrivable = status.unsuccessful() || status == Status.PENDING_REDRIVE;
      answer.put("redriveStatus", redrivable ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE");
      if (!redrivable) {
        answer.put("redriveStatusReason", "Execution is " + status + " and cannot be redriven");
      }
      return answer;
    }
  }

  /** The child's number, or -1. */
  public static int number(MapRunState state, String name) {
    return state.table().find(name);
  }
}
