package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
  private static final String WAIT =
      "{\"w\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}";
  private static final String PASS = "{\"p\": {\"Type\": \"Pass\", \"End\": true}}";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = Lab.withManualTime(directory);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static void refused(String code, ThrowingCallable call) {
    AslException refused = catchThrowableOfType(AslException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
  }

  private static ObjectNode start(String name, String input) {
    return Json.object().put("stateMachineArn", MACHINE).put("name", name).put("input", input);
  }

  @Test
  void shouldStartOnceForOneNameAndInput() {
    lab.states(WAIT);
    JsonNode first = lab.engine.call("StartExecution", start("e", "{\"a\": 1}"));
    assertThat(lab.engine.call("StartExecution", start("e", "{ \"a\":1 }"))).isEqualTo(first);
    refused("ExecutionAlreadyExists", () -> lab.engine.call("StartExecution", start("e", "{}")));
    lab.engine.call(
        "StopExecution", Json.object().put("executionArn", first.get("executionArn").asText()));
    refused(
        "ExecutionAlreadyExists",
        () -> lab.engine.call("StartExecution", start("e", "{\"a\": 1}")));
  }

  @Test
  void shouldRefuseBadRequests() {
    lab.states(PASS);
    refused("InvalidName", () -> lab.engine.call("StartExecution", start("a b", "{}")));
    refused("InvalidName", () -> lab.engine.call("StartExecution", start("x".repeat(81), "{}")));
    refused("InvalidExecutionInput", () -> lab.engine.call("StartExecution", start("e", "{")));
    refused(
        "InvalidExecutionInput",
        () -> lab.engine.call("StartExecution", start("e", "\"" + "x".repeat(262_144) + "\"")));
    refused("ValidationException", () -> lab.engine.call("StartExecution", Json.object()));
    ObjectNode other = Json.object().put("stateMachineArn", MACHINE + "2");
    refused("StateMachineDoesNotExist", () -> lab.engine.call("StartExecution", other));
    refused("StateMachineDoesNotExist", () -> lab.engine.call("ListExecutions", other));
    refused("InvalidDefinition", () -> lab.machine("{}"));
    refused(
        "InvalidToken",
        () ->
            lab.engine.call(
                "ListExecutions",
                Json.object().put("stateMachineArn", MACHINE).put("nextToken", "zz")));
    refused("UnknownOperationException", () -> lab.engine.call("Dance", Json.object()));
    ObjectNode none = Json.object().put("executionArn", "arn:aws:states:r:a:execution:m:none");
    for (String operation :
        List.of("DescribeExecution", "GetExecutionHistory", "StopExecution", "ListMapRuns")) {
      refused("ExecutionDoesNotExist", () -> lab.engine.call(operation, none));
    }
    for (String arn :
        List.of("arn:aws:states:r:a:mapRun:m/d:none", "arn:aws:states:r:a:mapRun:m")) {
      refused(
          "ResourceNotFound",
          () -> lab.engine.call("DescribeMapRun", Json.object().put("mapRunArn", arn)));
    }
  }

  @Test
  void shouldCreateAMachineOnceAndUpdateOnlyOneThatExists() {
    String pass = "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"p\", \"States\": " + PASS + "}";
    ObjectNode request = Lab.creation("new", pass);
    JsonNode first = lab.engine.call("CreateStateMachine", request);
    assertThat(lab.engine.call("CreateStateMachine", request)).isEqualTo(first);
    refused(
        "StateMachineAlreadyExists",
        () -> lab.engine.call("CreateStateMachine", request.deepCopy().put("definition", "{}")));
    refused(
        "StateMachineDoesNotExist",
        () -> lab.engine.call("UpdateStateMachine", Json.object().put("stateMachineArn", MACHINE)));
    lab.engine.call("DeleteStateMachine", first);
    refused("StateMachineDoesNotExist", () -> lab.engine.call("DescribeStateMachine", first));
  }

  @Test
  void shouldValidateWithoutCreating() {
    JsonNode bad =
        lab.engine.call("ValidateStateMachineDefinition", Json.object().put("definition", "{}"));
    assertThat(bad.path("result").asText()).isEqualTo("FAIL");
    assertThat(bad.path("diagnostics")).isNotEmpty();
    assertThat(lab.engine.call("ListStateMachines", Json.object()).get("stateMachines")).isEmpty();
  }

  @Test
  void shouldPageHistoryInBothDirections() {
    String arn = lab.states(PASS).start("{}");
    lab.end(arn);
    List<Integer> ids = new ArrayList<>();
    ObjectNode request =
        Json.object().put("executionArn", arn).put("maxResults", 3).put("reverseOrder", true);
    do {
      JsonNode page = lab.engine.call("GetExecutionHistory", request);
      page.get("events").forEach(event -> ids.add(event.get("id").asInt()));
      request.set("nextToken", page.get("nextToken"));
    } while (request.hasNonNull("nextToken"));
    assertThat(ids).containsExactly(4, 3, 2, 1);
    assertThat(lab.events(arn))
        .extracting(event -> event.get("previousEventId").asInt())
        .containsExactly(0, 0, 2, 3);
  }

  @Test
  void shouldLeaveDataOutOfHistoryOnRequest() {
    String arn = lab.states(PASS).start("{\"secret\": 1}");
    lab.end(arn);
    JsonNode history =
        lab.engine.call(
            "GetExecutionHistory",
            Json.object().put("executionArn", arn).put("includeExecutionData", false));
    assertThat(history.toString()).doesNotContain("secret").contains("PassStateEntered");
  }

  @Test
  void shouldListTheLatestFirstAndFilter() {
    lab.states(PASS);
    for (String name : List.of("one", "two")) {
      lab.end(lab.engine.call("StartExecution", start(name, "{}")).get("executionArn").asText());
      lab.time.advance(java.time.Duration.ofSeconds(1));
    }
    lab.states(WAIT);
    lab.engine.call("StartExecution", start("three", "{}"));
    ObjectNode request = Json.object().put("stateMachineArn", MACHINE);
    assertThat(lab.engine.call("ListExecutions", request).get("executions"))
        .extracting(execution -> execution.get("name").asText())
        .containsExactly("three", "two", "one");
    assertThat(
            lab.engine
                .call("ListExecutions", request.put("statusFilter", "RUNNING"))
                .get("executions"))
        .hasSize(1);
  }

  @Test
  void shouldGiveEventBridgeItsDetail() {
    lab.states("{\"f\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"c\"}}");
    String arn = lab.start("{\"a\":1}");
    lab.end(arn);
    Lab.until(() -> lab.changes.size() == 2);
    JsonNode running = lab.changes.get(0);
    assertThat(running.get("status").asText()).isEqualTo("RUNNING");
    assertThat(running.get("stopDate").isNull()).isTrue();
    assertThat(running.get("output").isNull()).isTrue();
    JsonNode failed = lab.changes.get(1);
    assertThat(failed.get("executionArn").asText()).isEqualTo(arn);
    assertThat(failed.get("stateMachineArn").asText()).isEqualTo(MACHINE);
    assertThat(failed.get("status").asText()).isEqualTo("FAILED");
    assertThat(failed.get("input").asText()).isEqualTo("{\"a\":1}");
    assertThat(failed.get("error").asText()).isEqualTo("E");
    assertThat(failed.get("cause").asText()).isEqualTo("c");
    assertThat(failed.get("redriveStatus").asText()).isEqualTo("REDRIVABLE");
    assertThat(failed.get("startDate").isIntegralNumber()).isTrue();
    assertThat(failed.get("stopDate").isIntegralNumber()).isTrue();
  }

  @Test
  void shouldKeepASecondEngineOut() {
    assertThatThrownBy(() -> new Lab(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void shouldFailAtTheLimitOfEvents() {
    lab.states(
        """
        {"a": {"Type": "Choice", "Default": "a",
               "Choices": [{"Condition": "{% $states.input.enough = true %}", "Next": "b"}]},
         "b": {"Type": "Succeed"}}
        """);
    JsonNode end = lab.run("{}");
    assertThat(end.path("status").asText()).isEqualTo("FAILED");
    assertThat(end.path("cause").asText()).contains("maximum number of history events (25000)");
    assertThat(end.path("redriveStatusReason").asText())
        .isEqualTo("Execution history event limit exceeded");
  }
}
