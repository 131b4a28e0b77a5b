package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * EXPRESS machines.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/test_sfn_api_express.snapshot.json">Answers
 *     recorded on AWS</a>
 */
class ExpressMachineTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:x";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = Lab.with(directory, new Quotas(false, Duration.ofSeconds(1), Duration.ZERO));
    lab.tasks.onAsync("silent", request -> new CompletableFuture<>());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private ObjectNode request(String state) {
    String definition =
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"s\", \"States\": {\"s\": " + state + "}}";
    return Lab.creation("x", definition).put("type", "EXPRESS");
  }

  private static String task(String name) {
    return "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::test:"
        + name
        + "\", \"End\": true}";
  }

  private JsonNode sync(String state, String input) {
    lab.engine.call("CreateStateMachine", request(state));
    return lab.engine.call(
        "StartSyncExecution", Json.object().put("stateMachineArn", MACHINE).put("input", input));
  }

  @Test
  void shouldAnswerWithTheResult() {
    JsonNode answer = sync(task("echo"), "{\"a\":1}");
    assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(answer.path("output").asText()).isEqualTo("{\"a\":1}");
    assertThat(answer.path("executionArn").asText())
        .startsWith(
            "arn:aws:states:us-east-1:000000000000:express:x:" + answer.path("name").asText());
    assertThat(answer.path("billingDetails").path("billedMemoryUsedInMB").asInt()).isEqualTo(64);
    assertThat(
            lab.call("DescribeStateMachine", "{\"stateMachineArn\": \"" + MACHINE + "\"}")
                .path("type")
                .asText())
        .isEqualTo("EXPRESS");
    assertThat(lab.changes).as("events of an EXPRESS execution").isEmpty();
  }

  @Test
  void shouldAnswerWithTheFailure() {
    JsonNode answer = sync("{\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"c\"}", "{}");
    assertThat(answer.path("status").asText()).isEqualTo("FAILED");
    assertThat(answer.path("error").asText()).isEqualTo("E");
    assertThat(answer.path("cause").asText()).isEqualTo("c");
  }

  /** The limit of five minutes is a second here. */
  @Test
  void shouldEndWhenItsTimeIsOver() {
    JsonNode answer = sync(task("silent"), "{}");
    assertThat(answer.path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(answer.path("error").asText()).isEqualTo("States.Timeout");
  }

  @Test
  void shouldKeepNothingOfAnAsynchronousExecution() {
    lab.engine.call("CreateStateMachine", request(task("echo")));
    String machine = "{\"stateMachineArn\": \"" + MACHINE + "\"}";
    String arn = lab.call("StartExecution", machine).path("executionArn").asText();
    Lab.until(() -> lab.tasks.calls().size() == 1);
    assertThat(lab.tasks.calls().get(0).executionArn()).isEqualTo(arn);
    for (String operation :
        new String[] {"DescribeExecution", "GetExecutionHistory", "StopExecution"}) {
      assertThat(lab.refusal(operation, "{\"executionArn\": \"" + arn + "\"}"))
          .hasMessage("Invalid Arn: 'Resource type not valid in this context: express'");
    }
    AslException refused = lab.refusal("ListExecutions", machine);
    assertThat(refused.code()).isEqualTo("StateMachineTypeNotSupported");
    assertThat(refused).hasMessage("This operation is not supported by this type of state machine");
  }

  @Test
  void shouldNotRunAStandardMachineSynchronously() {
    lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true}}");
    assertThat(
            lab.refusal(
                    "StartSyncExecution",
                    "{\"stateMachineArn\": \"" + MACHINE.replace(":x", ":m") + "\"}")
                .code())
        .isEqualTo("StateMachineTypeNotSupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:states:::test:echo.sync",
        "arn:aws:states:::test:echo.waitForTaskToken",
        "arn:aws:states:us-east-1:000000000000:activity:a"
      })
  void shouldRefuseMachinesThatWouldWait(String resource) {
    String state = "{\"Type\": \"Task\", \"Resource\": \"" + resource + "\", \"End\": true}";
    assertThat(lab.refusal("CreateStateMachine", request(state).toString()).code())
        .isEqualTo("InvalidDefinition");
  }
}
