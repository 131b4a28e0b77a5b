package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Step Functions' own operations: each takes the request as AWS's API defines it and answers in the
 * API's shape (dates are epoch seconds with fractions). A refused request throws {@link
 * AslException} with AWS's code. Safe for use by several threads; no operation waits for an
 * execution.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/">API reference</a>
 */
public interface StepFunctionsApi {
  /**
   * Creates the state machine {@code name}, or updates it where it exists.
   *
   * @param request name, definition, roleArn
   * @return stateMachineArn, creationDate, updateDate
   */
  ObjectNode createOrUpdateStateMachine(JsonNode request);

  /** Creates a machine; one of that name with another definition is refused. */
  ObjectNode createStateMachine(JsonNode request);

  /** Updates the machine of that stateMachineArn, for executions that start from now on. */
  ObjectNode updateStateMachine(JsonNode request);

  ObjectNode describeStateMachine(JsonNode request);

  /** The machine and definition of one execution; by executionArn. */
  ObjectNode describeStateMachineForExecution(JsonNode request);

  ObjectNode listStateMachines(JsonNode request);

  ObjectNode deleteStateMachine(JsonNode request);

  /** Answers {@code result} OK or FAIL with diagnostics; never throws for a bad definition. */
  ObjectNode validateStateMachineDefinition(JsonNode request);

  ObjectNode startExecution(JsonNode request);

  ObjectNode describeExecution(JsonNode request);

  ObjectNode listExecutions(JsonNode request);

  ObjectNode getExecutionHistory(JsonNode request);

  ObjectNode stopExecution(JsonNode request);

  ObjectNode redriveExecution(JsonNode request);

  ObjectNode sendTaskSuccess(JsonNode request);

  ObjectNode sendTaskFailure(JsonNode request);

  ObjectNode sendTaskHeartbeat(JsonNode request);

  ObjectNode describeMapRun(JsonNode request);

  ObjectNode listMapRuns(JsonNode request);

  ObjectNode updateMapRun(JsonNode request);

  /**
   * Calls an operation by the name that AWS gives it, for example {@code StartExecution}.
   *
   * @throws AslException {@code UnknownOperationException} where there is none of that name
   */
  default ObjectNode call(String operation, JsonNode request) {
    return switch (operation) {
      case "CreateStateMachine" -> createStateMachine(request);
      case "UpdateStateMachine" -> updateStateMachine(request);
      case "DescribeStateMachine" -> describeStateMachine(request);
      case "DescribeStateMachineForExecution" -> describeStateMachineForExecution(request);
      case "ListStateMachines" -> listStateMachines(request);
      case "DeleteStateMachine" -> deleteStateMachine(request);
      case "ValidateStateMachineDefinition" -> validateStateMachineDefinition(request);
      case "StartExecution" -> startExecution(request);
      case "DescribeExecution" -> describeExecution(request);
      case "ListExecutions" -> listExecutions(request);
      case "GetExecutionHistory" -> getExecutionHistory(request);
      case "StopExecution" -> stopExecution(request);
      case "RedriveExecution" -> redriveExecution(request);
      case "SendTaskSuccess" -> sendTaskSuccess(request);
      case "SendTaskFailure" -> sendTaskFailure(request);
      case "SendTaskHeartbeat" -> sendTaskHeartbeat(request);
      case "DescribeMapRun" -> describeMapRun(request);
      case "ListMapRuns" -> listMapRuns(request);
      case "UpdateMapRun" -> updateMapRun(request);
      default ->
          throw new AslException(
              "UnknownOperationException",
              "The local Step Functions has no operation " + operation + ".");
    };
  }
}
