package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.asl.run.Quotas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir Path directory;

  @Test
  void shouldReadAllArguments() throws IOException {
    Path assembly = new TestAssembly(directory).write();

    Options options =
        Options.parse(
            "--assembly",
            assembly.toString(),
            "--state",
            "s",
            "--port",
            "81",
            "--exit-with-stdin",
            "--stack",
            "one",
            "--stack",
            "two",
            "--deployed",
            "--quotas",
            "aws");

    assertThat(options)
        .isEqualTo(
            new Options(assembly, Path.of("s"), 81, true, List.of("one", "two"), true, Quotas.AWS));
  }

  @Test
  void shouldSayWhatIsWrong() {
    assertWrong("unknown argument --x", "--x");
    assertWrong("--assembly and --state are needed", "--state", "s");
    assertWrong("--state needs a value", "--state");
    assertWrong("--stack needs a value", "--stack");
    assertWrong("--port is a number from 0 to 65535, found many", "--port", "many");
    assertWrong("--port is a number from 0 to 65535, found 70000", "--port", "70000");
    assertWrong("--quotas can be aws, found none", "--quotas", "none");
    assertWrong("run cdk synth first", "--assembly", directory.toString(), "--state", "s");
  }

  private static void assertWrong(String message, String... arguments) {
    assertThatThrownBy(() -> Options.parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
