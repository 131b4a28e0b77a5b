package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.base.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a tested state gets instead of its own work.
 *
 * @param result or null where it gets an error
 * @param error or null
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html">AWS,
 *     MockInput</a>
 */
record Mock(JsonNode result, StateError error) {
  private static final Set<String> TYPES = Set.of("Task", "Map", "Parallel");

  /**
   * The mock of a request, or null.
   *
   * @param shapes of the results of Tasks, by their resource
   * @throws AslException ValidationException, also where the result is none that the service could
   *     answer with: by a fieldValidationMode of STRICT, which holds where there is none, or
   *     PRESENT
   */
  static Mock of(
      JsonNode request, TestedState state, Function<String, Optional<TaskResult>> shapes) {
    JsonNode mock = request.path("mock");
    if (!mock.isObject()) {
      return null;
    }
    String mode = Validation.oneOf(mock, "fieldValidationMode", "STRICT", "PRESENT", "NONE");
    boolean hasResult = mock.hasNonNull("result");
    if (hasResult == mock.hasNonNull("errorOutput")) {
      throw refused(
          "A test mock should have only one of the following fields: [result, errorOutput].");
    }
    if (!TYPES.contains(state.type())) {
      throw refused("State type '" + state.type() + "' is not supported when a mock is specified");
    }
    if (!hasResult) {
      JsonNode error = mock.path("errorOutput");
      return new Mock(
          null, new StateError(Json.string(error, "error"), Json.string(error, "cause")));
    }
    String text = mock.path("result").asText();
    if (Payload.tooLarge(text)) {
      throw refused("The mocked result is larger than 262144 bytes.");
    }
    JsonNode result = parse(text);
    if (state.type().equals("Task") && !"NONE".equals(mode)) {
      shapes
          .apply(state.resource())
          .flatMap(shape -> shape.mistake(result, !"PRESENT".equals(mode)))
          .ifPresent(
              mistake -> {
                throw refused(mistake);
              });
    }
    return new Mock(result, null);
  }

  private static JsonNode parse(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      throw refused("Mocked result must be valid JSON: " + e.getMessage());
    }
  }

  /**
   * Some states cannot be tested with what they call.
   *
   * @throws AslException ValidationException
   */
  static void require(TestedState state) {
    String resource = state.resource();
    boolean waits =
        resource.endsWith(".sync")
            || resource.endsWith(".sync:2")
            || resource.endsWith(".waitForTaskToken")
            || resource.contains(":activity:");
    if (waits || state.type().equals("Map") || state.type().equals("Parallel")) {
      throw refused(
          "The state '"
              + state.name()
              + "' needs a mock: TestState runs Map, Parallel, activities, .sync and"
              + " .waitForTaskToken with one only");
    }
  }

  static AslException refused(String why) {
    return new AslException("ValidationException", why);
  }
}
