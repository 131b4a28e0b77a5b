package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests about machines and executions, and their refusals in AWS's words.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api.snapshot.json">Answers
 *     recorded on AWS</a>
 */
class MachineApiTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
  private static final String PASS = "{\"p\": {\"Type\": \"Pass\", \"End\": true}}";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    lab.states(PASS);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void refused(String operation, String request, String code, String message) {
    AslException refusal = lab.refusal(operation, request);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessage(message);
  }

  private String definition() {
    return lab.call("DescribeStateMachine", "{\"stateMachineArn\": \"" + MACHINE + "\"}")
        .path("definition")
        .textValue();
  }

  @Test
  void shouldListMachinesInPages() {
    for (String name : new String[] {"a", "b"}) {
      lab.engine.call("CreateStateMachine", Lab.creation(name, definition()));
    }
    JsonNode first = lab.call("ListStateMachines", "{\"maxResults\": 2}");
    assertThat(first.get("stateMachines"))
        .extracting(machine -> machine.get("name").asText())
        .containsExactly("a", "b");
    JsonNode second =
        lab.engine.call(
            "ListStateMachines", Json.object().put("nextToken", first.get("nextToken").asText()));
    assertThat(second.get("stateMachines"))
        .extracting(machine -> machine.get("name").asText())
        .containsExactly("m");
    assertThat(second.has("nextToken")).isFalse();
    refused(
        "ListStateMachines",
        "{\"maxResults\": 1001}",
        "ValidationException",
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint:"
            + " Member must have value less than or equal to 1000");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">AWS,
   *     includedData</a>
   */
  @Test
  void shouldLeaveDataOutOnRequest() {
    String arn = lab.start("{\"secret\": 1}");
    lab.end(arn);
    String request = "{\"executionArn\": \"" + arn + "\", \"includedData\": \"METADATA_ONLY\"}";
    JsonNode execution = lab.call("DescribeExecution", request);
    assertThat(execution.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(execution.has("input") || execution.has("output")).isFalse();
    assertThat(lab.call("DescribeStateMachineForExecution", request).has("definition")).isFalse();
    assertThat(
            lab.call(
                    "DescribeStateMachine",
                    "{\"stateMachineArn\":\"" + MACHINE + "\",\"includedData\":\"METADATA_ONLY\"}")
                .has("definition"))
        .isFalse();
    refused(
        "DescribeExecution",
        "{\"executionArn\": \"" + arn + "\", \"includedData\": \"SOME\"}",
        "ValidationException",
        "1 validation error detected: Value 'SOME' at 'includedData' failed to satisfy constraint:"
            + " Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]");
  }

  @Test
  void shouldKnowTheValuesOfTheStatusFilter() {
    refused(
        "ListExecutions",
        "{\"stateMachineArn\": \"" + MACHINE + "\", \"statusFilter\": \"succeeded\"}",
        "ValidationException",
        "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy"
            + " constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT,"
            + " PENDING_REDRIVE, ABORTED, FAILED, RUNNING]");
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeStateMachine, stateMachineArn",
    "ListExecutions, stateMachineArn",
    "StartExecution, stateMachineArn",
    "UpdateStateMachine, stateMachineArn",
    "DescribeExecution, executionArn",
    "GetExecutionHistory, executionArn",
    "StopExecution, executionArn",
    "RedriveExecution, executionArn",
    "ListMapRuns, executionArn",
    "DescribeMapRun, mapRunArn",
  })
  void shouldRefuseWhatIsNoArn(String operation, String field) {
    refused(
        operation,
        "{\"" + field + "\": \"no_arn\"}",
        "InvalidArn",
        "Invalid Arn: 'Invalid ARN prefix: no_arn'");
    refused(
        operation,
        "{\"" + field + "\": \"arn:aws:states:us-east-1:000000000000:express:m:a:b\"}",
        "InvalidArn",
        "Invalid Arn: 'Resource type not valid in this context: express'");
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html">AWS,
   *     MissingRequiredParameter</a>
   */
  @Test
  void shouldRefuseAnUpdateOfNothing() {
    AslException refusal =
        lab.refusal("UpdateStateMachine", "{\"stateMachineArn\": \"" + MACHINE + "\"}");
    assertThat(refusal.code()).isEqualTo("MissingRequiredParameter");
  }

  @Test
  void shouldGiveEveryUpdateARevision() {
    String role =
        "{\"stateMachineArn\": \""
            + MACHINE
            + "\", \"roleArn\": \"arn:aws:iam::000000000000:role/x\"}";
    JsonNode first = lab.call("UpdateStateMachine", role);
    assertThat(first.path("revisionId").asText()).isNotEmpty();
    assertThat(lab.call("UpdateStateMachine", role).path("revisionId"))
        .as("the revision after an update without change")
        .isEqualTo(first.path("revisionId"));
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">AWS:
   *     roleArn and tags are no part of the idempotency check and are not updated</a>
   */
  @Test
  void shouldChangeNothingWhereAMachineIsCreatedAgain() {
    String machine = "{\"stateMachineArn\": \"" + MACHINE + "\"}";
    JsonNode before = lab.call("DescribeStateMachine", machine);
    lab.engine.call(
        "CreateStateMachine",
        Json.object()
            .put("name", "m")
            .put("definition", definition())
            .put("roleArn", "arn:aws:iam::000000000000:role/other"));
    assertThat(lab.call("DescribeStateMachine", machine)).isEqualTo(before);
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">AWS:
   *     the required fields</a>
   */
  @ParameterizedTest
  @ValueSource(strings = {"name", "definition", "roleArn"})
  void shouldRefuseAMachineWithoutWhatEveryMachineHas(String field) {
    refused(
        "CreateStateMachine",
        Lab.creation("m", definition()).without(List.of(field)).toString(),
        "ValidationException",
        "1 validation error detected: Value null at '"
            + field
            + "' failed to satisfy constraint: Member must not be null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateStateMachine", "UpdateStateMachine"})
  void shouldRefuseARoleThatIsNoArnAlsoOfAMachineThatIsThere(String operation) {
    refused(
        operation,
        Lab.creation("m", definition())
            .put("stateMachineArn", MACHINE)
            .put("roleArn", "machine-role")
            .toString(),
        "InvalidArn",
        "Invalid Role Arn: 'machine-role'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateStateMachine", "UpdateStateMachine"})
  void shouldDescribeOnlyAVersionThatIsPublished(String operation) {
    refused(
        operation,
        Lab.creation("n", definition())
            .put("stateMachineArn", MACHINE)
            .put("versionDescription", "d")
            .toString(),
        "ValidationException",
        "Version description can only be set when publish is true");
  }
}
