package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.execution.Waiting;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.asl.machine.DefinitionCheck;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * TestState: runs a single state, or what a mock makes of it, and says how it ended and what its
 * fields came to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">AWS,
 *     TestState</a>
 */
public final class TestState {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private final World world;
  private final DefinitionCheck check;

  public TestState(World world, DefinitionCheck check) {
    this.world = world;
    this.check = check;
  }

  /**
   * Runs the request's state; waits for its end, five minutes at most.
   *
   * @return status (SUCCEEDED, FAILED, RETRIABLE or CAUGHT_ERROR), output, error, cause, nextState,
   *     inspectionData where its level is DEBUG or TRACE
   * @throws AslException InvalidDefinition, InvalidExecutionInput or ValidationException
   */
  public ObjectNode run(JsonNode request) {
    TestedState state = TestedState.of(Json.string(request, "definition"), name(request));
    String level = Validation.oneOf(request, "inspectionLevel", "INFO", "DEBUG", "TRACE");
    Mock mock = Mock.of(request, state, this::result);
    if (mock == null) {
      Mock.require(state);
    }
    StateMachine parsed = check.parse(state.machine(), false);
    Payload input = new Payload(json(request, "input", "InvalidExecutionInput"));
    ObjectNode inspection = Json.object().put("input", input.text());
    Examination examination =
        new Examination(mock, retriesMade(request), context(request), inspection);
    Run run =
        new Run(
            identity(request),
            new StateMachine(parsed.block(), LONGEST.toSeconds()),
            input,
            new InspectedHistory(inspection),
            world,
            (attempt, map) -> attempt.fail(StateError.runtime("A map is tested with a mock.")),
            (ended, outcome) -> examination.ended(outcome),
            examination);
    run.start(variables(request));
    ObjectNode answer =
        Waiting.until(examination.end(), LONGEST.plus(GRACE), "the end of " + state.name());
    // What the state still waits for, as a retry's delay, is not wanted any more.
    run.stop(new StateError(null, null));
    if (level != null && !level.equals("INFO")) {
      answer.set("inspectionData", inspection);
    }
    return answer;
  }

  private Optional<TaskResult> result(String resource) {
    TaskIntegration integration = world.integration(resource);
    return integration == null ? Optional.empty() : integration.result(resource);
  }

  private static String name(JsonNode request) {
    return Json.string(request, "stateName");
  }

  private static int retriesMade(JsonNode request) {
    return request.path("stateConfiguration").path("retrierRetryCount").asInt();
  }

  private static ObjectNode context(JsonNode request) {
    return request.hasNonNull("context") ? object(request, "context") : null;
  }

  private static Map<String, JsonNode> variables(JsonNode request) {
    Map<String, JsonNode> variables = new LinkedHashMap<>();
    if (request.hasNonNull("variables")) {
      object(request, "variables")
          .properties()
          .forEach(v -> variables.put(v.getKey(), v.getValue()));
    }
    return variables;
  }

  private static ObjectNode object(JsonNode request, String field) {
    if (json(request, field, "ValidationException") instanceof ObjectNode object) {
      return object;
    }
    throw Mock.refused("The field '" + field + "' must be a JSON object");
  }

  private static JsonNode json(JsonNode request, String field, String code) {
    try {
      return Json.parse(request.path(field).asText("{}"));
    } catch (IllegalArgumentException e) {
      throw new AslException(code, "The field '" + field + "' must be JSON: " + e.getMessage());
    }
  }

  private RunIdentity identity(JsonNode request) {
    String prefix = "arn:aws:states:" + world.region() + ":" + world.account();
    String name = UUID.randomUUID().toString();
    return new RunIdentity(
        prefix + ":execution:TestState:" + name,
        name,
        prefix + ":stateMachine:TestState",
        "TestState",
        Json.string(request, "roleArn"),
        world.clock().instant(),
        0,
        null);
  }
}
