package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.asl.integration.TaskResult.Kind;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What TestState takes for a mock of a service's answer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html">AWS,
 *     fieldValidationMode</a>
 */
class MockedResultTest {
  private static final String TASK =
      """
      {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::test:api",
       "End": true}
      """;

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(directory);
    lab.tasks.answering(
        "api",
        new TaskResult(
            Map.of(
                "Id", Kind.STRING,
                "Count", Kind.NUMBER,
                "Done", Kind.BOOLEAN,
                "Parts", Kind.LIST,
                "Tags", Kind.OBJECT),
            Set.of("Id")));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static ObjectNode request(String task, String mode, String result) {
    ObjectNode request = Json.object().put("definition", task);
    request.putObject("mock").put("result", result).put("fieldValidationMode", mode);
    return request;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STRICT  | {}                        | Required field 'Id' is missing",
        "        | {}                        | Required field 'Id' is missing",
        "STRICT  | {\"Id\": 1}               | Field 'Id' must be a string",
        "PRESENT | {\"Id\": 1}               | Field 'Id' must be a string",
        "PRESENT | {\"Count\": \"1\"}        | Field 'Count' must be a number",
        "PRESENT | {\"Done\": \"true\"}      | Field 'Done' must be a boolean",
        "PRESENT | {\"Parts\": {}}           | Field 'Parts' must be an array",
        "PRESENT | {\"Tags\": []}            | Field 'Tags' must be an object",
      })
  void shouldRefuseWhatTheServiceCouldNotAnswer(String mode, String result, String mistake) {
    assertThat(lab.refusal("TestState", request(TASK, mode, result).toString()))
        .hasMessage("Mock result schema validation error: " + mistake);
  }

  @Test
  void shouldRefuseAResultThatIsNoObject() {
    assertThat(lab.refusal("TestState", request(TASK, null, "[1]").toString()))
        .hasMessage("Mock result must be a valid JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STRICT  | {\"Id\": \"1\", \"Count\": 1, \"Done\": true, \"Parts\": [], \"Tags\": {}}",
        "STRICT  | {\"Id\": \"1\", \"SdkHttpMetadata\": 1}",
        "PRESENT | {}",
        "NONE    | {\"Id\": 1}",
        "NONE    | [1]",
      })
  void shouldTakeWhatItsModeAllows(String mode, String result) {
    ObjectNode answer = lab.engine.call("TestState", request(TASK, mode, result));
    assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(Json.parse(answer.path("output").asText())).isEqualTo(Json.parse(result));
  }

  @Test
  void shouldTakeAnythingForWhatNoServiceAnswers() {
    String other = TASK.replace("test:api", "test:other");
    ObjectNode answer = lab.engine.call("TestState", request(other, "STRICT", "[1]"));
    assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
  }
}
