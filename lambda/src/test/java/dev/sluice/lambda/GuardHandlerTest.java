package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.PipelineAlreadyRunning;
import dev.sluice.lambda.guard.Executions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuardHandlerTest {

  private static final String SELF = "arn:aws:states:us-east-1:000000000000:execution:orders:self";
  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

  @Test
  void shouldLetALoneExecutionPass() {
    assertThat(guard(START)).isEqualTo("{}");
  }

  @Test
  void shouldLetTheEarlierExecutionPass() {
    assertThat(guard(START, execution("later", START.plusMillis(1)))).isEqualTo("{}");
  }

  @Test
  void shouldRefuseBesideAnEarlierExecution() {
    assertThatThrownBy(
            () ->
                guard(
                    START,
                    execution("second", START.minusSeconds(1)),
                    execution("first", START.minusSeconds(60))))
        .isInstanceOf(PipelineAlreadyRunning.class)
        .hasMessageContaining(
            "execution first of this pipeline is running since 2026-03-04T05:05:07Z")
        .hasMessageContaining("redrive");
  }

  @Test
  void shouldLetExactlyOneOfTwoThatStartedTogetherPass() {
    assertThat(guard(START, execution("zzz", START))).isEqualTo("{}");
    assertThatThrownBy(() -> guard(START, execution("aaa", START)))
        .isInstanceOf(PipelineAlreadyRunning.class);
  }

  private static Executions.Running execution(String name, Instant start) {
    return new Executions.Running(SELF.replaceAll("self$", name), start);
  }

  private static String guard(Instant start, Executions.Running... others) {
    Executions executions =
        new Executions() {
          @Override
          public Stream<Running> running() {
            return Stream.concat(Stream.of(describe(SELF)), List.of(others).stream());
          }

          @Override
          public Running describe(String arn) {
            return new Running(arn, start);
          }
        };
    return Handlers.invoke(new GuardHandler(executions), Map.of("execution", SELF));
  }
}
