package dev.sluice.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.error.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class RunSelectionTest {

  @Command
  private static final class Holder {
    @CommandLine.Mixin RunSelection selection;
  }

  private static String inputOf(String arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(arguments.isBlank() ? new String[0] : arguments.split(" "));
    return holder.selection.toInput();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "                               | {}",
        "--only a,b                     | {\"only\":[\"a\",\"b\"]}",
        "--only a --only b              | {\"only\":[\"a\",\"b\"]}",
        "--from a                       | {\"from\":\"a\"}",
        "--skip a                       | {\"skip\":[\"a\"]}",
        "--step a=false --step b=true   | {\"steps\":{\"a\":false,\"b\":true}}",
        "--parameter n=2 --parameter s=x| {\"parameters\":{\"n\":2,\"s\":\"x\"}}",
      })
  void shouldBecomeTheInputThatAnExecutionTakes(String arguments, String input) {
    assertThat(inputOf(arguments == null ? "" : arguments)).isEqualTo(input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--only a --from b", "--from a --skip b", "--skip a --step b=false"})
  void shouldRefuseTwoSelectors(String arguments) {
    assertThatThrownBy(() -> inputOf(arguments))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected at most one");
  }
}
