package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Launcher;
import dev.sluice.test.fixture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./sluice} itself, as a new user calls it: first mistakes, then a run, then questions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherTest {
  private static final String[] ACME = {"-c", "name=acme", "-c", "env=dev"};

  private Launcher launcher;

  @BeforeAll
  void copy(@TempDir Path directory) {
    launcher = new Launcher(directory.resolve("sluice"));
  }

  @AfterAll
  void removeLinks() {
    launcher.close();
  }

  @Test
  @Order(1)
  void shouldOfferInTheReadmeToRunAndToTest() throws IOException {
    assertThat(Files.readString(Repository.root().resolve("README.md")))
        .contains("\n```\n./sluice run orders\n```\n", "\n```\n./sluice test\n```\n");

    Answer test = launcher.call("test", "--version");
    assertThat(test.exitCode()).as(test.output()).isZero();
    assertThat(test.output()).contains("Apache Maven");
  }

  @Test
  @Order(1)
  void shouldBuildNothingWhereNothingHasChanged() {
    assertThat(launcher.call("build")).isEqualTo(new Answer(0, ""));
  }

  @Test
  @Order(1)
  void shouldExplainItself() {
    Answer help = launcher.call("help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.output()).contains("run", "redrive", "Exit codes:");
    assertThat(launcher.call().output()).contains(help.output());
    assertThat(launcher.call("run", "--help").output()).contains("Usage: sluice run");
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource(
      delimiter = '|',
      value = {
        "restart              | 2 | Unmatched argument",
        "start orders --skip  | 2 | Missing required parameter",
        "status -c            | 2 | found -c without a value, expected -c name=value",
        "status -c name=Acme! | 2 | found the deployment 'Acme!', expected small letters",
        "synth -c nonsense    | 2 | found context \"nonsense\", expected name=value",
        "list                 | 3 | found no synthesized templates",
        "env                  | 3 | no embedded AWS is running",
      })
  void shouldRefuseAMistake(String arguments, int exitCode, String message) {
    Answer answer = launcher.call(arguments.trim().split(" +"));
    assertThat(answer.output()).contains(message).doesNotContain("\tat ");
    assertThat(answer.exitCode()).as(answer.output()).isEqualTo(exitCode);
  }

  @Test
  @Order(3)
  void shouldRunAPipelineOfADeploymentOfItsOwn() {
    Answer run = acme("run", "stations");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            "stack acme-dev-stations",
            "SUCCEEDED in",
            "curated/stations_average",
            "curated/stations_availability")
        .doesNotContain("Uploading", "acme-dev-shop", "acme-dev-orders", "stack sluice-");
    Path state = launcher.home().resolve(".sluice/acme-dev");
    assertThat(state.resolve("cdk.out/acme-dev-stations.template.json")).exists();
    assertThat(state.resolve("aws/logs")).isDirectory();
    assertThat(state.resolve("aws/postgres/data")).doesNotExist();
    assertThat(launcher.home().resolve("cdk.out")).doesNotExist();
  }

  @Test
  @Order(4)
  void shouldAnswerQuestionsOnItAfterwards() {
    assertThat(acme("status", "stations").output())
        .containsPattern("load_stations +succeeded")
        .contains("SUCCEEDED");
    Answer unknown = acme("run", "nothing");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.output())
        .contains("found no pipeline 'nothing', expected one of [orders, stations]")
        .doesNotContain("Synthesizing");
  }

  @Test
  @Order(5)
  void shouldSynthesizeOnceForTheUsualDeployment() {
    Answer first = launcher.call("synth");
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.output()).contains("Synthesizing", "The templates are in");
    assertThat(launcher.home().resolve("cdk.out/sluice-orders.template.json")).exists();

    assertThat(launcher.call("synth").output()).doesNotContain("Synthesizing");
    assertThat(launcher.home().resolve(".sluice/aws")).as("what ran is another's").doesNotExist();
  }

  private Answer acme(String... arguments) {
    String[] all = new String[arguments.length + ACME.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(ACME, 0, all, arguments.length, ACME.length);
    return launcher.call(all);
  }
}
