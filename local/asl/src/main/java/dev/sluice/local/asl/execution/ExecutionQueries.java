package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.history.HistoryPages;
import dev.sluice.local.asl.machine.Definitions;
import dev.sluice.local.asl.machine.Machines;
import dev.sluice.local.asl.map.MapRunDescriptions;
import dev.sluice.local.asl.map.MapRunState;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Questions about executions and map runs, children included. */
public final class ExecutionQueries {
  private final Executions executions;
  private final Machines machines;
  private final Definitions definitions;
  private final MapRunLookup maps;

  public ExecutionQueries(
      Executions executions, Machines machines, Definitions definitions, MapRunLookup maps) {
    this.executions = executions;
    this.machines = machines;
    this.definitions = definitions;
    this.maps = maps;
  }

  public ObjectNode describe(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    boolean data = Validation.wantsData(request);
    return MapRunLookup.isChild(arn)
        ? maps.describeChild(arn, data)
        : Descriptions.describe(executions.require(arn), data);
  }

  public ObjectNode history(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    return MapRunLookup.isChild(arn)
        ? maps.childHistory(request, arn)
        : HistoryPages.of(request, executions.require(arn).file(), line -> true);
  }

  public ObjectNode machine(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    boolean data = Validation.wantsData(request);
    Header header = executions.require(arn).header();
    ObjectNode answer = Json.object().put("stateMachineArn", header.machineArn());
    answer.put("name", header.machineName()).put("roleArn", header.roleArn());
    if (data) {
      answer.put("definition", definitions.text(header.definition()));
    }
    return answer.put("updateDate", Json.seconds(header.started()));
  }

  public ObjectNode list(JsonNode request) {
    String status =
        Validation.oneOf(
            request,
            "statusFilter",
            "SUCCEEDED",
            "TIMED_OUT",
            "PENDING_REDRIVE",
            "ABORTED",
            "FAILED",
            "RUNNING");
    String redriven = Validation.oneOf(request, "redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
    List<ObjectNode> all =
        new ArrayList<>(request.hasNonNull("mapRunArn") ? children(request) : started(request));
    all.removeIf(item -> status != null && !status.equals(Json.string(item, "status")));
    all.removeIf(
        item ->
            redriven != null
                && redriven.equals("REDRIVEN") != (item.path("redriveCount").intValue() > 0));
    return Page.of(request, "executions", all, item -> item);
  }

  private List<ObjectNode> children(JsonNode request) {
    if (request.hasNonNull("stateMachineArn")) {
      throw new AslException(
          "ValidationException", "Must provide a State Machine ARN or Map Run ARN, not both");
    }
    return MapRunDescriptions.children(maps.require(Arns.require(request, "mapRunArn", "mapRun")));
  }

  private List<ObjectNode> started(JsonNode request) {
    String target = Arns.require(request, "stateMachineArn", "stateMachine");
    List<Execution> found = executions.of(target);
    if (found.isEmpty() && machines.target(target).machine().express()) {
      throw ExpressExecutions.typeNotSupported();
    }
    return found.stream().map(Descriptions::item).toList();
  }

  public ObjectNode describeMapRun(JsonNode request) {
    return MapRunDescriptions.describe(maps.require(Arns.require(request, "mapRunArn", "mapRun")));
  }

  public ObjectNode listMapRuns(JsonNode request) {
    String arn = Arns.require(request, "executionArn", "execution");
    if (!MapRunLookup.isChild(arn)) {
      executions.require(arn);
    }
    List<MapRunState> all = maps.of(arn);
    return Page.of(request, "mapRuns", all, MapRunDescriptions::item);
  }
}
