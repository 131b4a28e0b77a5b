package dev.sluice.local.aws.services.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Step Functions' operations need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html">AWS</a>
 */
class StatesAccessTest {
  private static final String STATES = "arn:aws:states:us-east-1:000000000000:";
  private static final String ROLE = "arn:aws:iam::000000000000:role/machine";

  private static List<String> needed(String operation, String input) {
    return Described.of(new StatesAccess(), operation, input);
  }

  @ParameterizedTest
  @CsvSource({
    "StartExecution, stateMachineArn, stateMachine:orders",
    "ListExecutions, stateMachineArn, stateMachine:orders",
    "DescribeStateMachine, stateMachineArn, stateMachine:orders",
    "DescribeExecution, executionArn, execution:orders:first",
    "GetExecutionHistory, executionArn, execution:orders:first",
    "StopExecution, executionArn, execution:orders:first",
    "RedriveExecution, executionArn, execution:orders:first",
    "ListMapRuns, executionArn, execution:orders:first",
    "DescribeMapRun, mapRunArn, mapRun:orders/label:id",
    "GetActivityTask, activityArn, activity:station",
    "TagResource, resourceArn, stateMachine:orders",
  })
  void shouldSpeakOfWhatTheInputNames(String operation, String field, String resource) {
    assertThat(needed(operation, "{'" + field + "': '" + STATES + resource + "'}"))
        .containsExactly("states:" + operation + " states:::" + resource);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListStateMachines", "ListActivities"})
  void shouldListThoseOfTheAccount(String operation) {
    assertThat(needed(operation, "{}")).containsExactly("states:" + operation + " *");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'name': 'm'}", "{'name': 'm', 'roleArn': 'machine'}"})
  void shouldLeaveItToTheOperationToMissARole(String input) {
    assertThat(needed("CreateStateMachine", input))
        .containsExactly("states:CreateStateMachine states:::stateMachine:m");
  }

  @Test
  void shouldNeedToPassTheRoleThatAMachineGets() {
    String passed = "iam:PassRole " + ROLE + " {iam:PassedToService=[states.amazonaws.com]}";
    String role = "'roleArn': '" + ROLE + "'";
    assertThat(needed("CreateStateMachine", "{'name': 'm', " + role + "}"))
        .containsExactly("states:CreateStateMachine states:::stateMachine:m", passed);
    String machine = "'stateMachineArn': '" + STATES + "stateMachine:m'";
    assertThat(needed("UpdateStateMachine", "{" + machine + ", " + role + "}"))
        .containsExactly("states:UpdateStateMachine states:::stateMachine:m", passed);
    assertThat(needed("UpdateStateMachine", "{" + machine + "}"))
        .containsExactly("states:UpdateStateMachine states:::stateMachine:m");
    assertThat(needed("TestState", "{" + role + "}")).containsExactly("states:TestState *", passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"})
  void shouldSpeakOfTheMachineWhoseTaskATokenIs(String operation) {
    String id = "sluice-task:1@" + STATES + "stateMachine:orders";
    String token =
        Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    assertThat(needed(operation, "{'taskToken': '" + token + "'}"))
        .containsExactly("states:" + operation + " states:::stateMachine:orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "invented", "c2x1aWNl"})
  void shouldLeaveItToTheOperationToRefuseWhatIsNoToken(String token) {
    assertThat(needed("SendTaskSuccess", "{'taskToken': '" + token + "'}")).isEmpty();
  }
}
