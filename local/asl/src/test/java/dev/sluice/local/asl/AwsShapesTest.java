package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.sfn.model.CreateActivityResponse;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeActivityResponse;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.ListActivitiesResponse;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.ListMapRunsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineAliasesResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionResponse;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TagResourceResponse;
import software.amazon.awssdk.services.sfn.model.TestStateResponse;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;

/** Every answer has only fields that AWS's own SDK knows, with the types that it expects. */
class AwsShapesTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";

  @TempDir Path directory;
  private Lab lab;
  private final Set<String> seen = new TreeSet<>();

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    lab.tasks.on(
        "fails",
        r -> {
          throw ScriptedTasks.failure("E", "c");
        });
    lab.tasks.onAsync("silent", r -> new CompletableFuture<>());
    lab.tasks.onAsync(
        "job",
        r -> {
          r.submitted().accept(Json.object().put("JobRunId", "j"));
          return CompletableFuture.supplyAsync(r::arguments);
        });
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void check(String operation, ObjectNode request, SdkPojo response) {
    fits(lab.engine.call(operation, request), response, operation);
  }

  private void fits(JsonNode node, SdkPojo shape, String where) {
    Map<String, SdkField<?>> fields =
        shape.sdkFields().stream()
            .collect(Collectors.toMap(SdkField::locationName, Function.identity()));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String path = where + "/" + member.getKey();
      SdkField<?> field = fields.get(member.getKey());
      assertThat(field)
          .as(path + " is no field of AWS's, which has " + fields.keySet())
          .isNotNull();
      value(member.getValue(), field, path);
    }
  }

  private void value(JsonNode value, SdkField<?> field, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING) {
      assertThat(value.isTextual()).as(path).isTrue();
    } else if (type == MarshallingType.INTEGER || type == MarshallingType.LONG) {
      assertThat(value.isIntegralNumber()).as(path).isTrue();
    } else if (type == MarshallingType.BOOLEAN) {
      assertThat(value.isBoolean()).as(path).isTrue();
    } else if (type == MarshallingType.SDK_POJO) {
      fits(value, field.constructor().get(), path);
    } else if (type == MarshallingType.LIST) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      value.forEach(each -> value(each, element, path + "[]"));
    } else if (type == MarshallingType.MAP) {
      assertThat(value.isObject()).as(path).isTrue();
    } else {
      assertThat(value.isNumber()).as(path).isTrue();
    }
  }

  private void history(String arn) {
    ObjectNode request = Json.object().put("executionArn", arn).put("maxResults", 1000);
    JsonNode history = lab.engine.call("GetExecutionHistory", request);
    fits(history, GetExecutionHistoryResponse.builder(), "history");
    for (JsonNode event : history.get("events")) {
      String type = event.get("type").textValue();
      assertThat(HistoryEventType.fromValue(type))
          .as(type)
          .isNotEqualTo(HistoryEventType.UNKNOWN_TO_SDK_VERSION);
      seen.add(type);
    }
  }

  @Test
  void shouldAnswerInTheShapesOfTheSdk() {
    ObjectNode machine = Json.object().put("stateMachineArn", MACHINE);
    lab.states(
        """
        {"p": {"Type": "Parallel", "Branches": [
            {"StartAt": "w", "States": {"w": {"Type": "Wait", "Seconds": 600, "End": true}}},
            {"StartAt": "job", "States": {"job": {"Type": "Task", "Assign": {"v": 1},
               "Resource": "arn:aws:states:::test:job.sync", "Next": "f"},
               "f": {"Type": "Task", "Resource":
                   "arn:aws:lambda:us-east-1:000000000000:function:fails", "End": true}}}],
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "m"}], "Next": "m"},
         "m": {"Type": "Map", "Items": [1], "ItemProcessor": {"StartAt": "x", "States":
            {"x": {"Type": "Pass", "End": true}}}, "Next": "d"},
         "d": {"Type": "Map", "Label": "d", "Items": [1, 2], "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "y", "States": {"y": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::test:fails"}}}, "End": true}}
        """);
    String arn = lab.start("{}");
    lab.end(arn);
    ObjectNode execution = Json.object().put("executionArn", arn);
    check("DescribeExecution", execution, DescribeExecutionResponse.builder());
    check("RedriveExecution", execution.deepCopy(), RedriveExecutionResponse.builder());
    lab.end(arn);
    check("DescribeExecution", execution, DescribeExecutionResponse.builder());
    history(arn);
    check(
        "DescribeStateMachineForExecution",
        execution,
        DescribeStateMachineForExecutionResponse.builder());
    check("ListMapRuns", execution, ListMapRunsResponse.builder());
    ObjectNode mapRun =
        Json.object().put("mapRunArn", lab.mapRun(arn).path("mapRunArn").textValue());
    check("DescribeMapRun", mapRun, DescribeMapRunResponse.builder());
    check("ListExecutions", mapRun, ListExecutionsResponse.builder());
    JsonNode child = lab.engine.call("ListExecutions", mapRun).path("executions").get(0);
    String childArn = child.path("executionArn").textValue();
    check(
        "DescribeExecution",
        Json.object().put("executionArn", childArn),
        DescribeExecutionResponse.builder());
    history(childArn);
    check("ListExecutions", machine, ListExecutionsResponse.builder());
    check("DescribeStateMachine", machine, DescribeStateMachineResponse.builder());
    check("ListStateMachines", Json.object(), ListStateMachinesResponse.builder());
    check(
        "CreateStateMachine",
        Lab.creation("m2", definition()),
        CreateStateMachineResponse.builder());
    check(
        "UpdateStateMachine",
        machine.deepCopy().put("definition", definition()),
        UpdateStateMachineResponse.builder());
    check(
        "ValidateStateMachineDefinition",
        Json.object().put("definition", "{}"),
        ValidateStateMachineDefinitionResponse.builder());
    lab.states(
        """
        {"s": {"Type": "Task", "Resource": "arn:aws:states:::test:silent", "End": true}}
        """);
    check("StartExecution", machine, StartExecutionResponse.builder());
    ObjectNode running =
        Json.object()
            .put(
                "executionArn",
                lab.engine
                    .call("ListExecutions", machine.deepCopy().put("statusFilter", "RUNNING"))
                    .path("executions")
                    .get(0)
                    .path("executionArn")
                    .textValue());
    check("StopExecution", running, StopExecutionResponse.builder());
    history(running.path("executionArn").textValue());
    assertThat(seen)
        .contains(
            "ExecutionAborted",
            "ExecutionFailed",
            "ExecutionRedriven",
            "LambdaFunctionFailed",
            "LambdaFunctionScheduled",
            "LambdaFunctionStarted",
            "MapIterationStarted",
            "MapIterationSucceeded",
            "MapRunFailed",
            "MapRunRedriven",
            "MapRunStarted",
            "ParallelStateFailed",
            "TaskSubmitted",
            "WaitStateAborted");
  }

  @Test
  void shouldAnswerAboutVersionsAliasesAndTagsInTheShapesOfTheSdk() {
    lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true, \"Assign\": {\"x\": 1}}}");
    ObjectNode machine = Json.object().put("stateMachineArn", MACHINE);
    ObjectNode version = Json.object().put("stateMachineVersionArn", MACHINE + ":1");
    ObjectNode alias = Json.object().put("stateMachineAliasArn", MACHINE + ":a");
    ObjectNode create = Json.object().put("name", "a").put("description", "d");
    create.putArray("routingConfiguration").add(version.deepCopy().put("weight", 100));
    ObjectNode tagged = Json.object().put("resourceArn", MACHINE);
    tagged.putArray("tags").addObject().put("key", "k").put("value", "v");
    check("PublishStateMachineVersion", machine, PublishStateMachineVersionResponse.builder());
    check("ListStateMachineVersions", machine, ListStateMachineVersionsResponse.builder());
    check("CreateStateMachineAlias", create, CreateStateMachineAliasResponse.builder());
    check("DescribeStateMachineAlias", alias, DescribeStateMachineAliasResponse.builder());
    check(
        "UpdateStateMachineAlias",
        alias.deepCopy().put("description", "e"),
        UpdateStateMachineAliasResponse.builder());
    check("ListStateMachineAliases", machine, ListStateMachineAliasesResponse.builder());
    check("DescribeStateMachine", version(MACHINE + ":1"), DescribeStateMachineResponse.builder());
    JsonNode started = lab.engine.call("StartExecution", version(MACHINE + ":a"));
    lab.end(started.path("executionArn").asText());
    check("ListExecutions", machine, ListExecutionsResponse.builder());
    check("TagResource", tagged, TagResourceResponse.builder());
    check("ListTagsForResource", tagged, ListTagsForResourceResponse.builder());
    ObjectNode test = Json.object().put("stateName", "p").put("definition", definition());
    check("TestState", test.put("inspectionLevel", "DEBUG"), TestStateResponse.builder());
  }

  private static ObjectNode version(String arn) {
    return Json.object().put("stateMachineArn", arn);
  }

  @Test
  void shouldAnswerAboutExpressMachinesAndActivitiesInTheShapesOfTheSdk() {
    lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true}}");
    lab.engine.call("CreateStateMachine", Lab.creation("x", definition()).put("type", "EXPRESS"));
    ObjectNode machine = version(MACHINE.replace(":m", ":x"));
    check("StartExecution", machine, StartExecutionResponse.builder());
    check("StartSyncExecution", machine, StartSyncExecutionResponse.builder());

    String arn = "arn:aws:states:us-east-1:000000000000:activity:work";
    ObjectNode activity = Json.object().put("activityArn", arn).put("workerName", "w");
    check("CreateActivity", Json.object().put("name", "work"), CreateActivityResponse.builder());
    check("DescribeActivity", activity, DescribeActivityResponse.builder());
    check("ListActivities", Json.object(), ListActivitiesResponse.builder());
    lab.states("{\"t\": {\"Type\": \"Task\", \"End\": true, \"Resource\": \"" + arn + "\"}}");
    String execution = lab.start("{}");
    check("GetActivityTask", activity, GetActivityTaskResponse.builder());
    Lab.until(() -> lab.types(execution).contains("ActivityStarted"));
    history(execution);
  }

  private String definition() {
    return lab.engine
        .call("DescribeStateMachine", Json.object().put("stateMachineArn", MACHINE))
        .path("definition")
        .textValue();
  }
}
