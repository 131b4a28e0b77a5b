package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.activity.Activities;
import dev.sluice.local.asl.execution.ExecutionControl;
import dev.sluice.local.asl.execution.ExecutionQueries;
import dev.sluice.local.asl.execution.MapRunLookup;
import dev.sluice.local.asl.machine.DefinitionCheck;
import dev.sluice.local.asl.machine.Machines;
import dev.sluice.local.asl.machine.Tags;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.TaskTokens;
import dev.sluice.local.asl.teststate.TestState;
import dev.sluice.local.base.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engine's operations by the names that AWS gives them. Whoever adds one adds a line here. */
record Operations(
    Machines machines,
    DefinitionCheck check,
    Tags tags,
    ExecutionControl control,
    ExecutionQueries queries,
    MapRunLookup maps,
    TaskTokens tokens,
    Activities activities,
    TestState testState) {
  /** Takes the request as AWS's API defines it and answers in the API's shape. */
  @FunctionalInterface
  interface Operation {
    ObjectNode call(Operations engine, JsonNode request);
  }

  static final Map<String, Operation> BY_NAME = byName();

  private static Map<String, Operation> byName() {
    Map<String, Operation> all = new LinkedHashMap<>();
    machines(all);
    versions(all);
    executions(all);
    tasks(all);
    return Collections.unmodifiableMap(all);
  }

  private static void machines(Map<String, Operation> all) {
    all.put("CreateStateMachine", (engine, request) -> engine.machines.create(request));
    all.put("UpdateStateMachine", (engine, request) -> engine.machines.update(request));
    all.put("DeleteStateMachine", (engine, request) -> engine.machines.delete(request));
    all.put("DescribeStateMachine", (engine, request) -> engine.machines.describe(request));
    all.put(
        "DescribeStateMachineForExecution", (engine, request) -> engine.queries.machine(request));
    all.put("ListStateMachines", (engine, request) -> engine.machines.list(request));
    all.put("ValidateStateMachineDefinition", (engine, request) -> engine.check.validate(request));
    all.put("TestState", (engine, request) -> engine.testState.run(request));
    all.put("TagResource", (engine, request) -> engine.tags.tag(request));
    all.put("UntagResource", (engine, request) -> engine.tags.untag(request));
    all.put("ListTagsForResource", (engine, request) -> engine.tags.list(request));
  }

  private static void versions(Map<String, Operation> all) {
    all.put("PublishStateMachineVersion", (engine, r) -> engine.machines.versions().publish(r));
    all.put("ListStateMachineVersions", (engine, r) -> engine.machines.versions().list(r));
    all.put("DeleteStateMachineVersion", (engine, r) -> engine.machines.versions().delete(r));
    all.put("CreateStateMachineAlias", (engine, r) -> engine.machines.aliases().create(r));
    all.put("DescribeStateMachineAlias", (engine, r) -> engine.machines.aliases().describe(r));
    all.put("UpdateStateMachineAlias", (engine, r) -> engine.machines.aliases().update(r));
    all.put("DeleteStateMachineAlias", (engine, r) -> engine.machines.aliases().delete(r));
    all.put("ListStateMachineAliases", (engine, r) -> engine.machines.aliases().list(r));
  }

  private static void executions(Map<String, Operation> all) {
    all.put("StartExecution", (engine, request) -> engine.control.start(request));
    all.put("StartSyncExecution", (engine, request) -> engine.control.startSync(request));
    all.put("DescribeExecution", (engine, request) -> engine.queries.describe(request));
    all.put("ListExecutions", (engine, request) -> engine.queries.list(request));
    all.put("GetExecutionHistory", (engine, request) -> engine.queries.history(request));
    all.put("StopExecution", (engine, request) -> engine.control.stop(request));
    all.put("RedriveExecution", (engine, request) -> engine.control.redrive(request));
    all.put("DescribeMapRun", (engine, request) -> engine.queries.describeMapRun(request));
    all.put("ListMapRuns", (engine, request) -> engine.queries.listMapRuns(request));
    all.put("UpdateMapRun", (engine, request) -> engine.maps.update(request));
  }

  private static void tasks(Map<String, Operation> all) {
    all.put("SendTaskSuccess", Operations::sendSuccess);
    all.put("SendTaskFailure", Operations::sendFailure);
    all.put("SendTaskHeartbeat", Operations::sendHeartbeat);
    all.put("CreateActivity", Operations::createActivity);
    all.put("DescribeActivity", (engine, request) -> engine.activities.describe(request));
    all.put("ListActivities", (engine, request) -> engine.activities.list(request));
    all.put("DeleteActivity", Operations::deleteActivity);
    all.put("GetActivityTask", (engine, request) -> engine.activities.getTask(request));
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

  private ObjectNode createActivity(JsonNode request) {
    ObjectNode answer = activities.create(request);
    tags.put(answer.path("activityArn").textValue(), request);
    return answer;
  }

  private ObjectNode deleteActivity(JsonNode request) {
    ObjectNode answer = activities.delete(request);
    tags.forget(Json.string(request, "activityArn"));
    return answer;
  }
}
