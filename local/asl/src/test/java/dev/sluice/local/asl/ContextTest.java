package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the context object shows, and numbers on their way through an execution.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">AWS,
 *     Context object</a>
 */
class ContextTest {
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

  @Test
  void shouldCountRetriesFromTheFirstOneOn() {
    AtomicInteger calls = new AtomicInteger();
    lab.tasks.on(
        "sometimes",
        request -> {
          if (calls.getAndIncrement() == 0) {
            throw ScriptedTasks.failure("E", "c");
          }
          return request.arguments();
        });
    lab.states(
        """
        {"t": {"Type": "Task", "Resource": "arn:aws:states:::test:sometimes", "End": true,
          "Arguments": "{% $states.context.State %}",
          "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 1, "JitterStrategy": "FULL"}]}}
        """);
    assertThat(lab.output("{}").path("RetryCount").asInt()).isEqualTo(1);
    assertThat(lab.tasks.calls().get(0).arguments().has("RetryCount"))
        .as("the count before a retry")
        .isFalse();
  }

  @Test
  void shouldNameTheBucketOfListedObjects() {
    lab.objects.with("b/in/1", "x");
    lab.states(
        """
        {"d": {"Type": "Map", "Label": "d", "End": true,
          "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
            "Arguments": {"Bucket": "b", "Prefix": "in/"}},
          "ItemSelector": "{% $states.context.Map.Item.Source %}",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "s", "States": {"s": {"Type": "Pass", "End": true}}}}}
        """);
    assertThat(lab.output("{}")).isEqualTo(Json.parse("[\"S3://b\"]"));
  }

  /** JSON has no infinity, and a text must not stand where a number was. */
  @Test
  void shouldKeepANumberBeyondADouble() {
    lab.states("{\"p\": {\"Type\": \"Pass\", \"End\": true}}");
    String arn = lab.start("{\"n\": 1e400, \"small\": 1.5}");
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("{\"n\":1E+400,\"small\":1.5}");
  }

  @Test
  void shouldFailAnExpressionThatComputesWithANumberBeyondADouble() {
    lab.states(
        "{\"p\": {\"Type\": \"Pass\", \"Output\": \"{% $states.input.n + 1 %}\", \"End\": true}}");
    assertThat(lab.run("{\"n\": 1e400}").path("error").asText())
        .isEqualTo("States.QueryEvaluationError");
  }
}
