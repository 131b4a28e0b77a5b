package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.error.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Command lines that are refused or explained before anything is started for them. */
class CommandLineTest {
  private final StringWriter said = new StringWriter();

  private int call(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start --only guard --from guard      | found more than one of --only, --from, --skip and --step",
        "start --only                         | Missing required parameter for option '--only'",
        "start --region eu-west-1             | found --profile or --region without --aws",
        "start orders -p stations             | found the pipelines 'orders' and 'stations'",
        "run orders --skip a --from b         | found more than one of --only, --from, --skip and --step",
        "list --limit 0                       | found --limit 0, expected 1 or more",
        "list --status ENDED                  | expected one of [RUNNING, SUCCEEDED, FAILED",
        "redrive first --all-failed           | found both an execution and --all-failed",
        "audit --state NEW                    | found --state or --file without a dataset",
        "audit sales --state ENDED            | expected one of [NEW, VALID, INVALID, INGESTED]",
        "replay                               | Missing required parameter: 'DATASET'",
        "quarantine sales                     | Missing required parameter: 'OBJECT'",
        "logs --lines 0                       | expected 1 or more",
        "list --aws --role guard              | found --role with --aws",
        "permissions a b                      | Unmatched argument",
        "restart                              | Unmatched argument",
      })
  void shouldRefuseAMistake(String command, String message) {
    assertThat(call(command.trim().split(" +"))).as(said.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(said.toString()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void shouldExplainEveryCommand() {
    Set<String> commands = new TreeSet<>(Main.commandLine().getSubcommands().keySet());
    assertThat(commands).contains("run", "up", "redrive", "audit");
    commands.remove("help");
    for (String command : commands) {
      assertThat(call(command, "--help")).as(command).isZero();
      assertThat(said.toString()).contains("Usage: sluice " + command);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "status",
        "start",
        "stop",
        "redrive",
        "audit",
        "replay",
        "quarantine",
        "logs",
        "permissions"
      })
  void shouldTakeAPipelineInEveryCommandThatSpeaksOfOne(String command) {
    assertThat(call(command, "--help")).isZero();
    assertThat(said.toString()).contains("--pipeline=PIPELINE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "up",
        "start",
        "redrive",
        "audit",
        "replay",
        "quarantine",
        "logs",
        "permissions"
      })
  void shouldGiveExamples(String command) {
    assertThat(call("help", command)).isZero();
    assertThat(said.toString()).contains("Example", "./sluice " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "list",
        "status",
        "start",
        "stop",
        "redrive",
        "audit",
        "replay",
        "quarantine"
      })
  void shouldActAsARoleInEveryCommandThatCallsTheEmbeddedAws(String command) {
    assertThat(call(command, "--help")).isZero();
    assertThat(said.toString()).contains("--role=ROLE");
  }

  @Test
  void shouldExplainItself() {
    assertThat(call("help")).isZero();
    assertThat(said.toString()).contains("Exit codes:", "redrive", "generate-completion");
  }

  @Test
  void shouldCompleteCommandsInAShell() {
    assertThat(call("generate-completion")).isZero();
    assertThat(said.toString()).contains("complete -F", "--only");
  }
}
