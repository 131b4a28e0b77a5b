package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.asl.history.HistoryPages;
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
    String arn = Json.string(request, "executionArn");
    return MapRunLookup.isChild(arn)
        ? maps.describeChild(arn)
        : Descriptions.describe(executions.require(arn));
  }

  public ObjectNode history(JsonNode request) {
    String arn = Json.string(request, "executionArn");
    return MapRunLookup.isChild(arn)
        ? maps.childHistory(request, arn)
        : HistoryPages.of(request, executions.require(arn).file(), line -> true);
  }

  public ObjectNode machine(JsonNode request) {
    Header header = executions.require(Json.string(request, "executionArn")).header();
    ObjectNode answer = Json.object().put("stateMachineArn", header.machineArn());
    answer.put("name", header.machineName()).put("roleArn", header.roleArn());
    answer.put("definition", definitions.text(header.definition()));
    return answer.put("updateDate", Json.seconds(header.started()));
  }

  public ObjectNode list(JsonNode request) {
    String mapRun = Json.string(request, "mapRunArn");
    List<ObjectNode> all = new ArrayList<>();
    if (mapRun != null) {
      all.addAll(MapRunDescriptions.children(maps.require(mapRun)));
    } else {
      String machine = Json.string(request, "stateMachineArn");
      List<Execution> found = executions.of(machine == null ? "" : machine);
      if (found.isEmpty()) {
        machines.require(machine);
      }
      found.forEach(execution -> all.add(Descriptions.item(execution)));
    }
    String status = Json.string(request, "statusFilter");
    all.removeIf(item -> status != null && !status.equals(Json.string(item, "status")));
    String redriven = Json.string(request, "redriveFilter");
    all.removeIf(
        item ->
            redriven != null
                && redriven.equals("REDRIVEN") != (item.path("redriveCount").intValue() > 0));
    return Page.of(request, "executions", all, item -> item);
  }

  public ObjectNode describeMapRun(JsonNode request) {
    return MapRunDescriptions.describe(maps.require(Json.string(request, "mapRunArn")));
  }

  public ObjectNode listMapRuns(JsonNode request) {
    String arn = Json.string(request, "executionArn");
    if (!MapRunLookup.isChild(arn)) {
      executions.require(arn);
    }
    List<MapRunState> all = maps.of(arn);
    return Page.of(request, "mapRuns", all, MapRunDescriptions::item);
  }
}
