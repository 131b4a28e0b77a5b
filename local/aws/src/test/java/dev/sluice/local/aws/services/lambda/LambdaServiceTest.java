package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static dev.sluice.local.aws.services.lambda.LambdaFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.Quotas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LambdaServiceTest {
  private LambdaFixture fixture;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    fixture = new LambdaFixture(state);
  }

  @AfterAll
  void stop() {
    fixture.close();
  }

  @Test
  void shouldAnswerWithTheHandlersBytes() throws Exception {
    fixture.deploy(function("echo", TestHandlers.Echo.class));

    Outcome outcome = fixture.invoke("echo", "{\"amount\":1.10,\"name\":\"Žofie\"}");

    assertThat(outcome.functionError()).isNull();
    assertThat(text(outcome)).isEqualTo("{\"amount\":1.10,\"name\":\"Žofie\"}");
  }

  @Test
  void shouldGiveTheFunctionItsOwnEnvironmentAndNothingElse() throws Exception {
    fixture.deploy(
        function(
            "introspect",
            TestHandlers.Introspect.class.getName(),
            Map.of("AUDIT_TABLE", "sluice-audit", "_HANDLER", "other"),
            512,
            30,
            null));

    JsonNode first = Payloads.read(fixture.invoke("introspect", "{}").payload());
    JsonNode second = Payloads.read(fixture.invoke("introspect", "{}").payload());

    JsonNode environment = first.get("environment");
    assertThat(environment.path("AUDIT_TABLE").asText()).isEqualTo("sluice-audit");
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("introspect");
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText()).isEqualTo("512");
    assertThat(environment.path("_HANDLER").asText()).contains("Introspect");
    assertThat(environment.path("AWS_REGION").asText()).isEqualTo("us-east-1");
    assertThat(environment.path("PATH").asText()).isEqualTo("/usr/local/bin:/usr/bin:/bin");
    assertThat(environment.has("HOME")).isFalse();
    assertThat(first.path("maxHeap").asLong()).isBetween(400L << 20, 450L << 20);
    assertThat(first.path("remaining").asInt()).isBetween(25_000, 30_000);
    assertThat(first.path("memory").asInt()).isEqualTo(512);
    assertThat(first.path("arn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:introspect");
    assertThat(second.path("pid")).isEqualTo(first.path("pid"));
    assertThat(second.path("invocation").asInt()).isEqualTo(2);
    assertThat(fixture.log("introspect"))
        .contains("START RequestId: " + first.path("requestId").asText() + " Version: $LATEST\n")
        .contains("seen by the handler\nEND RequestId: " + first.path("requestId").asText())
        .containsPattern("REPORT RequestId: .*Memory Size: 512 MB\tInit Duration: ");
  }

  @Test
  void shouldReportWhatTheHandlerThrew() throws Exception {
    fixture.deploy(function("throwing", TestHandlers.Throwing.class));

    Outcome outcome = fixture.invoke("throwing", "{}");

    JsonNode error = Payloads.read(outcome.payload());
    assertThat(outcome.functionError()).isEqualTo("Unhandled");
    assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.path("errorMessage").asText()).isEqualTo("row 7 says \"no\"");
    assertThat(error.path("stackTrace").path(0).asText()).contains("TestHandlers$Throwing");
    assertThat(error.path("stackTrace")).hasSize(1);
    assertThat(error.path("cause").path("errorMessage").asText()).isEqualTo("disk\tfull");
  }

  @Test
  void shouldKillAFunctionAtItsTimeout() throws Exception {
    fixture.deploy(function("sleepy", TestHandlers.Sleepy.class.getName(), Map.of(), 256, 1, null));

    JsonNode error = Payloads.read(fixture.invoke("sleepy", "30000").payload());

    assertThat(error.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(error.path("errorMessage").asText())
        .matches("RequestId: [-0-9a-f]{36} Error: Task timed out after 1.00 seconds");
    assertThat(fixture.log("sleepy")).contains("Task timed out after 1.00 seconds");
    assertThat(fixture.invoke("sleepy", "1").failed()).isFalse();
  }

  @Test
  void shouldReportAnExhaustedHeapAndGoOnInAnotherJvm() throws Exception {
    fixture.deploy(
        function("greedy", TestHandlers.Greedy.class.getName(), Map.of(), 128, 20, null));

    for (int i = 0; i < 2; i++) {
      JsonNode error = Payloads.read(fixture.invoke("greedy", "{}").payload());
      assertThat(error.path("errorType").asText()).isEqualTo("java.lang.OutOfMemoryError");
      assertThat(error.path("errorMessage").asText()).isEqualTo("Java heap space");
    }
  }

  @Test
  void shouldReportAProcessThatExits() throws Exception {
    fixture.deploy(function("exiting", TestHandlers.Exiting.class));

    JsonNode error = Payloads.read(fixture.invoke("exiting", "3").payload());

    assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ExitError");
    assertThat(error.path("errorMessage").asText())
        .endsWith("Error: Runtime exited with error: exit status 3");
    assertThat(text(fixture.invoke("exiting", "0")))
        .contains("Runtime exited without providing a reason");
    assertThat(fixture.log("exiting")).contains("Runtime.ExitError");
  }

  @Test
  void shouldRefuseAnAnswerThatIsTooLarge() throws Exception {
    fixture.deploy(function("verbose", TestHandlers.Verbose.class));

    assertThat(fixture.invoke("verbose", "6291556").payload()).hasSize(6_291_556);
    assertThat(text(fixture.invoke("verbose", "30000000")))
        .contains("Function.ResponseSizeTooLarge")
        .contains("maximum allowed payload size (6291556 bytes)");
    assertThat(fixture.invoke("verbose", "100").failed()).isFalse();
  }

  @Test
  void shouldSayWhyAHandlerCannotBeConstructed() throws Exception {
    fixture.deploy(function("unconstructible", TestHandlers.Unconstructible.class));
    fixture.deploy(function("missing", "dev.example.Nowhere", Map.of(), 128, 5, null));
    fixture.deploy(function("no-stream", TestHandlers.NoStream.class));

    assertThat(text(fixture.invoke("unconstructible", "{}")))
        .contains("\"errorType\":\"java.lang.IllegalArgumentException\"")
        .contains("AUDIT_TABLE is not set");
    assertThat(text(fixture.invoke("missing", "{}")))
        .contains("\"errorType\":\"java.lang.ClassNotFoundException\"")
        .contains("Class not found: dev.example.Nowhere");
    assertThat(text(fixture.invoke("no-stream", "{}"))).contains("is no RequestStreamHandler");
  }

  @Test
  void shouldRunInvocationsSideBySideInSeparateJvms() throws Exception {
    fixture.deploy(function("parallel", TestHandlers.Sleepy.class));

    List<CompletableFuture<Outcome>> running = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      running.add(fixture.lambda.invoke("parallel", "400".getBytes()));
    }
    Set<String> pids = new HashSet<>();
    for (CompletableFuture<Outcome> result : running) {
      pids.add(text(result.get(60, TimeUnit.SECONDS)));
    }

    assertThat(pids).hasSizeBetween(2, 12);
  }

  @Test
  void shouldThrottleBeyondTheReservedConcurrency() throws Exception {
    fixture.deploy(function("reserved", TestHandlers.Sleepy.class.getName(), Map.of(), 128, 10, 1));

    CompletableFuture<Outcome> first = fixture.lambda.invoke("reserved", "500".getBytes());

    assertThatThrownBy(() -> fixture.lambda.invoke("reserved", "1".getBytes()))
        .isInstanceOfSatisfying(
            ServiceError.class,
            e -> {
              assertThat(e.code()).isEqualTo("TooManyRequestsException");
              assertThat(e.status()).isEqualTo(429);
            });
    assertThat(first.get(60, TimeUnit.SECONDS).failed()).isFalse();
    assertThat(fixture.invoke("reserved", "1").failed()).isFalse();
  }

  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html: all functions share it.
  @Test
  void shouldThrottleBeyondTheAccountsConcurrency(@TempDir Path state) throws Exception {
    try (LambdaFixture small = new LambdaFixture(state, new Quotas(1, 1, false))) {
      small.deploy(function("slow", TestHandlers.Sleepy.class));
      small.deploy(function("other", TestHandlers.Echo.class));
      CompletableFuture<Outcome> first = small.lambda.invoke("slow", "500".getBytes());

      assertThatThrownBy(() -> small.invoke("other", "{}"))
          .hasMessage("Rate Exceeded.")
          .isInstanceOfSatisfying(ServiceError.class, e -> assertThat(e.status()).isEqualTo(429));

      assertThat(first.get(60, TimeUnit.SECONDS).failed()).isFalse();
      assertThat(small.invoke("other", "{}").failed()).isFalse();
    }
  }

  @Test
  void shouldUseAChangedConfigurationForTheNextInvocation() throws Exception {
    String handler = TestHandlers.Introspect.class.getName();
    fixture.deploy(function("changed", handler, Map.of("STAGE", "old"), 128, 10, null));
    assertThat(text(fixture.invoke("changed", "{}"))).contains("\"STAGE\":\"old\"");

    fixture.deploy(function("changed", handler, Map.of("STAGE", "new"), 128, 10, null));

    assertThat(text(fixture.invoke("changed", "{}"))).contains("\"STAGE\":\"new\"");
  }

  @Test
  void shouldRefuseAnUnknownFunction() {
    assertThatThrownBy(() -> fixture.lambda.invoke("nobody", new byte[0]))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"))
        .hasMessageContaining("function:nobody");
  }

  @Test
  void shouldLeaveNeitherProcessesNorTemporaryFilesBehind(@TempDir Path state) throws Exception {
    long pid;
    try (LambdaFixture own = new LambdaFixture(state)) {
      own.deploy(function("short", TestHandlers.Introspect.class));
      pid = Payloads.read(own.invoke("short", "{}").payload()).path("pid").asLong();
    }

    ProcessHandle.of(pid).ifPresent(p -> p.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(state.resolve("cache/lambda/tmp")).doesNotExist();
  }
}
