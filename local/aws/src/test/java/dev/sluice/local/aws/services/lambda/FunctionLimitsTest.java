package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bounds of <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Function
 * configuration, deployment, and execution</a>.
 */
class FunctionLimitsTest {

  @ParameterizedTest
  @CsvSource({"128, 1", "10240, 900"})
  void shouldTakeWhatLambdaTakes(int memory, int seconds) {
    assertThatCode(() -> FunctionLimits.check(function(memory, seconds, "short")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127   | 3   | MemorySize is 127, expected a number from 128 to 10240",
        "10241 | 3   | MemorySize is 10241, expected a number from 128 to 10240",
        "128   | 0   | Timeout is 0, expected a number from 1 to 900",
        "128   | 901 | Timeout is 901, expected a number from 1 to 900"
      })
  void shouldRefuseWhatLambdaRefuses(int memory, int seconds, String message) {
    assertThatThrownBy(() -> FunctionLimits.check(function(memory, seconds, "short")))
        .hasMessage(message);
  }

  @Test
  void shouldRefuseVariablesOfMoreThanFourKilobytesInAll() {
    assertThatThrownBy(() -> FunctionLimits.check(function(128, 3, "x".repeat(4_090))))
        .hasMessageContaining("the environment variables have 4098 bytes, expected at most 4096");
  }

  private static FunctionConfig function(int memory, int seconds, String value) {
    return LambdaFixture.function(
        "f", TestHandlers.Echo.class.getName(), Map.of("A", value), memory, seconds, null);
  }
}
