package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.TaskTokens;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Step Functions' operations need.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html">AWS</a>
 */
final class StatesAccess implements AccessRules<ObjectNode> {
  private static final Pattern ARN = Pattern.compile("arn(:[^:]*){4}:.+");
  private static final List<String> NAMES_OF_RESOURCES =
      List.of(
          "stateMachineArn",
          "executionArn",
          "mapRunArn",
          "activityArn",
          "stateMachineAliasArn",
          "stateMachineVersionArn",
          "resourceArn");

  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String action = "states:" + operation;
    return switch (operation) {
      case "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat" ->
          // What is no token of a task is answered as such, whoever asks.
          machineOf(input.path("taskToken").asText(""))
              .map(machine -> List.of(Access.to(action, machine)))
              .orElse(List.of());
      // Where no role is named, or by no ARN, there is nothing to pass: the operation says so.
      case "CreateStateMachine" ->
          passing(
              Access.to(action, LocalAws.arn("states", "stateMachine:" + text(input, "name"))),
              input);
      case "CreateActivity" ->
          List.of(Access.to(action, LocalAws.arn("states", "activity:" + text(input, "name"))));
      case "UpdateStateMachine" -> passing(on(action, input), input);
      case "TestState" -> passing(Access.to(action, "*"), input);
      default -> List.of(on(action, input));
    };
  }

  private static Optional<String> machineOf(String token) {
    return TaskTokens.machineOf(token);
  }

  private static Access on(String action, ObjectNode input) {
    for (String name : NAMES_OF_RESOURCES) {
      if (input.hasNonNull(name)) {
        return Access.to(action, input.get(name).asText());
      }
    }
    return Access.to(action, "*");
  }

  private static List<Access> passing(Access access, ObjectNode input) {
    return ARN.matcher(text(input, "roleArn")).matches()
        ? List.of(access, passRole(input))
        : List.of(access);
  }

  private static Access passRole(ObjectNode input) {
    return Access.to("iam:PassRole", text(input, "roleArn"))
        .when("iam:PassedToService", "states.amazonaws.com");
  }

  private static String text(ObjectNode input, String name) {
    return input.path(name).asText("");
  }
}
