package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.CancelSignal;
import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.asl.integration.TaskResult;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LambdaTaskTest {
  private static final String INVOKE = "arn:aws:states:::lambda:invoke";

  private LambdaFixture fixture;
  private TaskIntegration task;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    fixture = new LambdaFixture(state);
    task = fixture.lambda.integrations().get(0);
    fixture.deploy(function("echo", TestHandlers.Echo.class));
    fixture.deploy(function("throwing", TestHandlers.Throwing.class));
    fixture.deploy(function("none", TestHandlers.Echo.class.getName(), Map.of(), 128, 3, 0));
  }

  @AfterAll
  void stop() {
    fixture.close();
  }

  @Test
  void shouldHandleInvocationsWithAndWithoutTokenAndFunctionArns() {
    assertThat(task.handles(INVOKE)).isTrue();
    assertThat(task.handles(INVOKE + ".waitForTaskToken")).isTrue();
    assertThat(task.handles("arn:aws:lambda:us-east-1:000000000000:function:echo")).isTrue();
    assertThat(task.handles("arn:aws:states:::glue:startJobRun")).isFalse();
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">AWS</a>
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">AWS, Invoke</a>
   */
  @Test
  void shouldTakeTheArgumentsOfInvokeAndInsistOnTheFunction() {
    TaskArguments arguments = task.arguments(INVOKE + ".waitForTaskToken").orElseThrow();
    assertThat(arguments.required()).containsExactly("FunctionName");
    assertThat(arguments.known())
        .contains("Payload", "InvocationType", "Qualifier")
        .doesNotContain("Payload.$", "payload");
    assertThat(task.arguments("arn:aws:lambda:us-east-1:000000000000:function:echo")).isEmpty();
  }

  @Test
  void shouldWrapTheAnswerAsTheOptimisedIntegrationDoes() {
    JsonNode result = run(INVOKE, arguments("echo", "{\"a\":[1,2.50]}"));

    TaskResult shape = task.result(INVOKE).orElseThrow();
    assertThat(shape.mistake(result, true)).as("what no mock could be of a real answer").isEmpty();
    assertThat(shape.mistake(Json.object().put("StatusCode", "200"), true)).isPresent();
    assertThat(task.result(INVOKE + ".waitForTaskToken")).isEmpty();

    assertThat(result.path("ExecutedVersion").asText()).isEqualTo("$LATEST");
    assertThat(result.path("StatusCode").asInt()).isEqualTo(200);
    assertThat(result.path("Payload").toString()).isEqualTo("{\"a\":[1,2.50]}");
    assertThat(result.path("SdkHttpMetadata").path("HttpStatusCode").asInt()).isEqualTo(200);
    assertThat(result.path("SdkResponseMetadata").has("RequestId")).isTrue();
  }

  @Test
  void shouldAnswerWithThePayloadAloneForAFunctionArn() {
    JsonNode event = Payloads.read("{\"a\":1}".getBytes());

    assertThat(run("arn:aws:lambda:us-east-1:000000000000:function:echo:live", event))
        .isEqualTo(event);
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">AWS,
   *     Invoke a Lambda function with Step Functions</a>
   */
  @Test
  void shouldHandAnEmptyObjectToAFunctionWithoutPayload() {
    assertThat(run(INVOKE, arguments("echo", "null")).path("Payload")).isEqualTo(Json.object());
  }

  @Test
  void shouldFailWithTheExceptionsClassNameAndLambdasDocument() {
    assertThatThrownBy(() -> run(INVOKE, arguments("throwing", "{}")))
        .isInstanceOfSatisfying(
            TaskFailure.class,
            e -> {
              assertThat(e.error()).isEqualTo("java.lang.IllegalStateException");
              JsonNode cause = Payloads.read(e.cause().getBytes());
              assertThat(cause.path("errorMessage").asText()).isEqualTo("row 7 says \"no\"");
              assertThat(cause.path("stackTrace").isArray()).isTrue();
            });
  }

  @Test
  void shouldNameLambdasOwnErrors() {
    assertThatThrownBy(() -> run(INVOKE, arguments("nobody", "{}")))
        .isInstanceOfSatisfying(
            TaskFailure.class,
            e -> {
              assertThat(e.error()).isEqualTo("Lambda.ResourceNotFoundException");
              assertThat(e.cause()).contains("Function not found", "Status Code: 404");
            });
    assertThatThrownBy(() -> run(INVOKE, arguments("none", "{}")))
        .isInstanceOfSatisfying(
            TaskFailure.class,
            e -> assertThat(e.error()).isEqualTo("Lambda.TooManyRequestsException"));
  }

  private static ObjectNode arguments(String function, String payload) {
    ObjectNode arguments = Json.object().put("FunctionName", function);
    arguments.set("Payload", Payloads.read(payload.getBytes()));
    return arguments;
  }

  private JsonNode run(String resource, JsonNode arguments) {
    CancelSignal never =
        new CancelSignal() {
          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void onCancel(Runnable action) {}
        };
    TaskRequest request =
        new TaskRequest(resource, arguments, "arn:x", LambdaFixture.ROLE, "state", null, never);
    try {
      return task.run(request).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}
