package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.execution.ExecutionQueries;
import dev.sluice.local.asl.execution.Executions;
import dev.sluice.local.asl.execution.Machines;
import dev.sluice.local.asl.execution.MapRunLookup;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.TaskTokens;
import dev.sluice.local.base.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engine's operations by the names that AWS gives them. Whoever adds one adds a line here. */
record Operations(
    Machines machines,
    Executions executions,
    ExecutionQueries queries,
    MapRunLookup maps,
    TaskTokens tokens) {

  /** Takes the request as AWS's API defines it and answers in the API's shape. */
  @FunctionalInterface
  interface Operation {
    ObjectNode call(Operations engine, JsonNode request);
  }

  static final Map<String, Operation> BY_NAME = byName();

  private static Map<String, Operation> byName() {
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("CreateStateMachine", (engine, request) -> engine.machines.create(request));
    all.put("UpdateStateMachine", (engine, request) -> engine.machines.update(request));
    all.put("DeleteStateMachine", (engine, request) -> engine.machines.delete(request));
    all.put("DescribeStateMachine", (engine, request) -> engine.machines.describe(request));
    all.put(
        "DescribeStateMachineForExecution", (engine, request) -> engine.queries.machine(request));
    all.put("ListStateMachines", (engine, request) -> engine.machines.list());
    all.put(
        "ValidateStateMachineDefinition", (engine, request) -> engine.machines.validate(request));
    all.put("StartExecution", Operations::start);
    all.put("DescribeExecution", (engine, request) -> engine.queries.describe(request));
    all.put("ListExecutions", (engine, request) -> engine.queries.list(request));
    all.put("GetExecutionHistory", (engine, request) -> engine.queries.history(request));
    all.put("StopExecution", (engine, request) -> engine.executions.stop(request));
    all.put("RedriveExecution", (engine, request) -> engine.executions.redrive(request));
    all.put("SendTaskSuccess", Operations::sendSuccess);
    all.put("SendTaskFailure", Operations::sendFailure);
    all.put("SendTaskHeartbeat", Operations::sendHeartbeat);
    all.put("DescribeMapRun", (engine, request) -> engine.queries.describeMapRun(request));
    all.put("ListMapRuns", (engine, request) -> engine.queries.listMapRuns(request));
    all.put("UpdateMapRun", (engine, request) -> engine.maps.update(request));
    return Collections.unmodifiableMap(all);
  }

  private ObjectNode start(JsonNode request) {
    return executions.start(machines.require(Json.string(request, "stateMachineArn")), request);
  }

  private ObjectNode sendSuccess(JsonNode request) {
    tokens.succeed(Json.string(request, "taskToken"), Json.string(request, "output"));
    return Json.object();
  }

  private ObjectNode sendFailure(JsonNode request) {
    StateError error = new StateError(Json.string(request, "error"), Json.string(request, "cause"));
    tokens.fail(Json.string(request, "taskToken"), error);
    return Json.object();
  }

  private ObjectNode sendHeartbeat(JsonNode request) {
    tokens.heartbeat(Json.string(request, "taskToken"));
    return Json.object();
  }
}
