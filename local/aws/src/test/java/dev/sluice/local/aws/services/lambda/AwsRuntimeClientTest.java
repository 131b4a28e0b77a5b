package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static dev.sluice.local.aws.services.lambda.LambdaFixture.location;
import static dev.sluice.local.aws.services.lambda.LambdaFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The same functions under AWS's own client of the Runtime API, which has native code for Linux
 * only: what the bootstrap does differently would show here.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsRuntimeClientTest {
  private LambdaFixture fixture;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    List<Path> client =
        List.of(
            location(AWSLambda.class),
            location(PojoSerializer.class),
            location(SdkInternalThreadLocal.class),
            location(RequestStreamHandler.class));
    fixture = new LambdaFixture(state, cache -> new JvmCommand(client, AWSLambda.class.getName()));
  }

  @AfterAll
  void stop() {
    fixture.close();
  }

  @Test
  void shouldAnswerAndSeeTheSameContext() throws Exception {
    fixture.deploy(
        function(
            "introspect",
            TestHandlers.Introspect.class.getName(),
            Map.of("AUDIT_TABLE", "sluice-audit"),
            512,
            30,
            null));

    JsonNode first = Payloads.read(fixture.invoke("introspect", "{}").payload());
    JsonNode second = Payloads.read(fixture.invoke("introspect", "{}").payload());

    assertThat(first.path("environment").path("AUDIT_TABLE").asText()).isEqualTo("sluice-audit");
    assertThat(first.path("remaining").asInt()).isBetween(25_000, 30_000);
    assertThat(first.path("memory").asInt()).isEqualTo(512);
    assertThat(first.path("name").asText()).isEqualTo("introspect");
    assertThat(second.path("pid")).isEqualTo(first.path("pid"));
    assertThat(fixture.log("introspect")).contains("seen by the handler");
  }

  @Test
  void shouldReportErrorsInTheSameShape() throws Exception {
    fixture.deploy(function("throwing", TestHandlers.Throwing.class));
    fixture.deploy(function("unconstructible", TestHandlers.Unconstructible.class));

    JsonNode error = Payloads.read(fixture.invoke("throwing", "{}").payload());

    assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.path("errorMessage").asText()).isEqualTo("row 7 says \"no\"");
    assertThat(error.path("stackTrace").path(0).asText()).contains("TestHandlers$Throwing");
    assertThat(text(fixture.invoke("unconstructible", "{}"))).contains("AUDIT_TABLE is not set");
  }

  @Test
  void shouldEndAfterAnExhaustedHeapAndAtTheTimeout() throws Exception {
    fixture.deploy(
        function("greedy", TestHandlers.Greedy.class.getName(), Map.of(), 128, 20, null));
    fixture.deploy(function("sleepy", TestHandlers.Sleepy.class.getName(), Map.of(), 256, 1, null));

    assertThat(text(fixture.invoke("greedy", "{}"))).contains("java.lang.OutOfMemoryError");
    assertThat(text(fixture.invoke("sleepy", "30000"))).contains("Sandbox.Timedout");
    assertThat(fixture.invoke("sleepy", "1").failed()).isFalse();
  }
}
