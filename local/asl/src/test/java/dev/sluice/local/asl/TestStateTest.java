package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TestState, with and without mocks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">AWS,
 *     TestState</a>
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_state/test_test_state_scenarios.snapshot.json">Answers
 *     recorded on AWS</a>
 */
class TestStateTest {
  private static final String TASK =
      """
      {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::test:any",
       "Arguments": {"n": "{% $states.input.n + $more %}"}, "Assign": {"seen": true},
       "Output": "{% $states.result.answer %}", "Next": "after",
       "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 3, "MaxAttempts": 2,
         "BackoffRate": 2}],
       "Catch": [{"ErrorEquals": ["Again", "Caught"], "Next": "rescue",
         "Output": "{% $states.errorOutput.Error %}"}]}
      """;

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static ObjectNode request(String definition) {
    return Json.object()
        .put("definition", definition)
        .put("input", "{\"n\": 1}")
        .put("variables", "{\"more\": 10}");
  }

  private static ObjectNode failing(String error) {
    ObjectNode request = request(TASK).put("inspectionLevel", "DEBUG");
    request.putObject("mock").putObject("errorOutput").put("error", error).put("cause", "c");
    return request;
  }

  private ObjectNode test(ObjectNode request) {
    return lab.engine.call("TestState", request);
  }

  private static String status(JsonNode answer) {
    return answer.path("status").asText();
  }

  @Test
  void shouldRunATaskAndShowWhatItsFieldsCameTo() {
    lab.tasks.on("any", r -> Json.object().put("answer", r.arguments().path("n").asInt() * 2));
    JsonNode answer = test(request(TASK).put("inspectionLevel", "DEBUG"));
    assertThat(status(answer)).isEqualTo("SUCCEEDED");
    assertThat(answer.path("output").asText()).isEqualTo("22");
    assertThat(answer.path("nextState").asText()).isEqualTo("after");
    JsonNode inspection = answer.path("inspectionData");
    assertThat(inspection.path("input").asText()).isEqualTo("{\"n\":1}");
    assertThat(inspection.path("afterArguments").asText()).isEqualTo("{\"n\":11}");
    assertThat(inspection.path("result").asText()).isEqualTo("{\"answer\":22}");
    assertThat(inspection.path("variables").asText()).isEqualTo("{\"seen\":true}");
    assertThat(test(request(TASK)).has("inspectionData")).isFalse();
  }

  @Test
  void shouldTakeAMockForTheResult() {
    ObjectNode request = request(TASK);
    request.putObject("mock").put("result", "{\"answer\": \"mocked\"}");
    JsonNode answer = test(request);
    assertThat(answer.path("output").asText()).isEqualTo("\"mocked\"");
    assertThat(lab.tasks.calls()).as("calls in spite of the mock").isEmpty();
  }

  @Test
  void shouldSayWhatWouldBeTriedAgain() {
    ObjectNode request = failing("Again");
    request.putObject("stateConfiguration").put("retrierRetryCount", 1);
    JsonNode answer = test(request);
    assertThat(status(answer)).isEqualTo("RETRIABLE");
    assertThat(answer.path("error").asText()).isEqualTo("Again");
    JsonNode details = answer.path("inspectionData").path("errorDetails");
    assertThat(details.path("retryIndex").asInt()).isZero();
    assertThat(details.path("retryBackoffIntervalSeconds").asInt()).isEqualTo(6);
  }

  @Test
  void shouldCatchWhatIsNotTriedAgain() {
    ObjectNode request = failing("Again");
    request.putObject("stateConfiguration").put("retrierRetryCount", 2);
    JsonNode answer = test(request);
    assertThat(status(answer)).isEqualTo("CAUGHT_ERROR");
    assertThat(answer.path("nextState").asText()).isEqualTo("rescue");
    assertThat(answer.path("output").asText()).isEqualTo("\"Again\"");
    assertThat(answer.path("inspectionData").path("errorDetails").path("catchIndex").asInt())
        .isZero();
  }

  @Test
  void shouldFailWithWhatNobodyCatches() {
    JsonNode answer = test(failing("Other"));
    assertThat(status(answer)).isEqualTo("FAILED");
    assertThat(answer.path("error").asText()).isEqualTo("Other");
    assertThat(answer.path("cause").asText()).isEqualTo("c");
  }

  @Test
  void shouldTestAStateWithinAMachine() {
    String machine =
        """
        {"QueryLanguage": "JSONata", "StartAt": "p", "States": {"p": {"Type": "Parallel",
          "End": true, "Branches": [{"StartAt": "c", "States": {
            "c": {"Type": "Choice", "Default": "no",
              "Choices": [{"Condition": "{% $states.context.Execution.Name = 'me' %}",
                "Next": "yes"}]},
            "yes": {"Type": "Pass", "End": true}, "no": {"Type": "Pass", "End": true}}}]}}}
        """;
    ObjectNode request =
        request(machine)
            .put("stateName", "c")
            .put("context", "{\"Execution\": {\"Name\": \"me\"}}");
    assertThat(test(request).path("nextState").asText()).isEqualTo("yes");
    request.remove("context");
    assertThat(test(request).path("nextState").asText()).isEqualTo("no");
    AslException refused = lab.refusal("TestState", request.put("stateName", "none").toString());
    assertThat(refused).hasMessage("State 'none' not found in the state machine definition");
  }

  @Test
  void shouldTakeAMockForWhatAMapGives() {
    ObjectNode request =
        request(
            """
            {"Type": "Map", "QueryLanguage": "JSONata", "Items": [1, 2], "End": true,
             "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}"},
             "Output": "{% $sum($states.result) %}",
             "ItemProcessor": {"StartAt": "s", "States": {"s": {"Type": "Succeed"}}}}
            """);
    request.put("inspectionLevel", "TRACE").putObject("mock").put("result", "[3, 4]");
    JsonNode answer = test(request);
    assertThat(answer.path("output").asText()).isEqualTo("7");
    assertThat(answer.path("inspectionData").path("afterItemSelector").asText())
        .isEqualTo("[{\"i\":0},{\"i\":1}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:any.sync\"}",
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:any.waitForTaskToken\"}",
        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:us-east-1:0:activity:a\"}",
        "{\"Type\": \"Parallel\", \"Branches\": []}",
        "{\"Type\": \"Map\"}"
      })
  void shouldNeedAMockForWhatWaitsOrHasStatesWithin(String definition) {
    assertThat(lab.refusal("TestState", request(definition).toString()))
        .hasMessageContaining("needs a mock");
  }

  @Test
  void shouldRefuseMocksThatFitNothing() {
    ObjectNode both = failing("E");
    ((ObjectNode) both.get("mock")).put("result", "1");
    assertThat(lab.refusal("TestState", both.toString()))
        .hasMessage(
            "A test mock should have only one of the following fields: [result, errorOutput].");
    ObjectNode pass =
        request("{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"End\": true}");
    pass.putObject("mock").put("result", "1");
    assertThat(lab.refusal("TestState", pass.toString()))
        .hasMessage("State type 'Pass' is not supported when a mock is specified");
    assertThat(lab.refusal("TestState", request("{\"Type\": \"Pass\"}").toString()).code())
        .isEqualTo("InvalidDefinition");
  }
}
