package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import dev.sluice.test.fixture.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
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
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * An operator's day at the command line: a contract that is too strict, files that it turns down,
 * executions that fail and are stopped and redriven, the contract corrected, the files replayed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
  private static final String VALIDATE = "await_sales,validate_sales";

  private Path directory;
  private Laptop laptop;
  private Pipeline pipeline;
  private CommandLine line;

  @BeforeAll
  void startOnATooStrictContract(@TempDir Path directory) throws Exception {
    this.directory = directory;
    Workspace strict =
        Workspace.in(directory.resolve("strict"))
            .editContract("sales", "values: [Lead, Prospect,", "values: [Prospect,");
    start(Assembly.of(strict, "strict"));
    pipeline.deliverAndSee("sales", Map.of("sales/a.csv", SmallFiles.sales(DAY, 2)));
  }

  private void start(Path assembly) {
    line = new CommandLine(assembly, directory.resolve("state"));
    laptop = Laptop.start(assembly, line.awsState(), "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
  }

  @AfterAll
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
  }

  @Test
  @Order(1)
  void shouldStartAndFollowAPart() {
    Answer answer = line.call("start", "orders", "--only", VALIDATE, "--name", "first", "--watch");

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains(
            "Started first",
            "✓ validate_sales",
            "0 valid, 1 invalid",
            "○ process_sales",
            "SUCCEEDED in",
            "Steps:   3 succeeded, 11 skipped, 0 failed",
            "Files:   0 valid, 1 invalid",
            "✗ sales/a.csv: line 2")
        .doesNotContain("superseded");
  }

  @Test
  @Order(2)
  void shouldShowAnExecutionForPeopleAndForScripts() {
    Answer people = line.call("status");
    assertThat(people.exitCode()).isZero();
    assertThat(people.output())
        .containsPattern("first  SUCCEEDED  started \\S+, \\d+ transitions of orders")
        .containsPattern("validate_sales +succeeded +[0-9.]+ +1/1 items +0 valid, 1 invalid")
        .containsPattern("process_sales +skipped");

    JsonNode json = json(line.call("status", "first", "--json"));
    assertThat(text(json, "status")).isEqualTo("SUCCEEDED");
    assertThat(json.field("redrivable").orElseThrow().asBoolean()).isFalse();
    JsonNode validate = json.field("steps").orElseThrow().asArray().get(2);
    assertThat(text(validate, "step")).isEqualTo("validate_sales");
    assertThat(validate.field("outcome").orElseThrow().field("invalid").orElseThrow().asNumber())
        .isEqualTo("1");
  }

  @Test
  @Order(2)
  void shouldSayWhatBecameOfEachFile() {
    assertThat(line.call("audit").output())
        .containsPattern("sales +0 +0 +1 +0")
        .containsPattern("unknown +0 +0 +0 +0");
    assertThat(line.call("audit", "sales", "--state", "invalid").output())
        .containsPattern("sales/a\\.csv +INVALID +\\S+ +2 +first +line 2");
    assertThat(line.call("audit", "sales", "--state", "NEW").output()).isEqualTo("No files.\n");
    assertThat(line.call("audit", "sales", "--file", "a.csv").output())
        .containsPattern("AT +STATE +RUN +VERSION")
        .containsPattern("\\S+ +NEW")
        .containsPattern("\\S+ +INVALID +first")
        .containsPattern("report +s3://");

    JsonNode file = json(line.call("audit", "sales", "--file", "a.csv", "--json")).asArray().get(0);
    assertThat(text(file, "state")).isEqualTo("INVALID");
    assertThat(file.field("rows").orElseThrow().isNumber()).isTrue();
    assertThat(file.field("history").orElseThrow().asArray()).hasSize(2);
  }

  @Test
  @Order(2)
  void shouldShowMailsAndLogs() {
    assertThat(line.call("mail", "--list").output()).contains("1 ", "invalid");
    assertThat(line.call("mail").output())
        .contains("Subject: [orders] 1 invalid file: sales", "./sluice replay sales");
    Answer missing = line.call("mail", "99");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.output()).contains("found mail 99, expected 1 to");

    assertThat(line.call("logs").output()).contains("logs/lambda/sluice-orders-validate-files.log");
    assertThat(line.call("logs", "validate-files").output()).contains("\"execution\":\"first\"");
    assertThat(line.call("logs", "first").output())
        .contains("sluice-orders-validate-files.log  {", "sluice-orders-list-files.log  {");
    assertThat(line.call("logs", "nothing-such").output()).contains("found no log");
  }

  @Test
  @Order(2)
  void shouldPrintWhatPointsOtherToolsHere() {
    assertThat(line.call("env").output())
        .containsPattern("export AWS_ENDPOINT_URL='http://127.0.0.1:\\d+'")
        .contains("export AWS_ACCESS_KEY_ID='local'");
  }

  @ParameterizedTest
  @Order(3)
  @CsvSource(
      delimiter = '|',
      value = {
        "start orders --name not/a/name       | expected 1 to 80 letters",
        "start orders --name first            | found an execution 'first' already",
        "start nothing-such                   | found no pipeline 'nothing-such', expected one of [orders",
        "status nobody                        | found no execution 'nobody' of orders",
        "status -p nothing-such               | found no pipeline 'nothing-such'",
        "stop                                 | found no running execution of orders",
        "stop first                           | execution first does not run: it is SUCCEEDED",
        "redrive                              | found no redrivable execution of orders",
        "redrive first                        | execution first cannot be redriven",
        "audit customers                      | found dataset 'customers', expected one of [marketing, sales]",
        "replay customers                     | found dataset 'customers'",
      })
  void shouldRefuseAMistake(String command, String message) {
    Answer answer = line.call(command.trim().split(" +"));
    assertThat(answer.output()).contains(message).doesNotContain("\tat ");
    assertThat(answer.exitCode()).isEqualTo(2);
  }

  @Test
  @Order(4)
  void shouldAnswerOneForAnExecutionThatFails() {
    Answer unknown = line.call("start", "orders", "--only", "join", "--name", "refused", "--watch");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output())
        .contains(
            "FAILED in", "Error:   InvalidInput", "unknown step \"join\" in only", "Valid steps:");
  }

  @Test
  @Order(5)
  void shouldStopAndRefuseToGuessWhatToRedrive() throws Exception {
    for (String name : new String[] {"stopped-1", "stopped-2"}) {
      JsonNode started =
          json(line.call("start", "orders", "--json", "--only", VALIDATE, "--name", name));
      assertThat(text(started, "execution")).isEqualTo(name);
      pipeline.awaitState(text(started, "arn"), "await_sales");
      assertThat(line.call("list", "--status", "running").output()).contains(name);
      assertThat(line.call("stop", "--cause", "lunch").output()).contains("Stopped " + name);
    }
    JsonNode stopped = json(line.call("status", "stopped-1", "--json"));
    assertThat(text(stopped, "status")).isEqualTo("ABORTED");
    assertThat(text(stopped, "cause")).isEqualTo("lunch");

    // Not among them: the one whose input was refused, which would be refused again.
    Answer ambiguous = line.call("redrive");
    assertThat(ambiguous.exitCode()).isEqualTo(2);
    assertThat(ambiguous.output())
        .contains("found 2 redrivable executions, expected the name of one: stopped-2, stopped-1.");
  }

  @Test
  @Order(6)
  void shouldRedriveWhatWasStoppedOnceItsFileIsThere() throws Exception {
    pipeline.deliverAndSee("sales", Map.of("sales/b.csv", SmallFiles.sales(DAY, 2)));
    Answer redriven = line.call("redrive", "stopped-1", "--watch");
    assertThat(redriven.exitCode()).as(redriven.output()).isZero();
    assertThat(redriven.output()).contains("Redriven stopped-1", "0 valid, 1 invalid");
    assertThat(line.call("list").output()).containsPattern("stopped-1 +SUCCEEDED +\\S+ +\\d+ +1");
    assertThat(line.call("status", "stopped-1").output()).contains("redriven once");
  }

  @Test
  @Order(7)
  void shouldReplayOnceTheContractIsCorrected() {
    Answer rehearsal = line.call("replay", "sales", "--dry-run");
    assertThat(rehearsal.output())
        .contains("would put back sales/a.csv", "2 of 2 invalid files would be put back");
    assertThat(pipeline.keys("landing")).isEmpty();
    assertThat(line.call("replay", "sales", "--file", "nothing").output())
        .contains("No invalid files with 'nothing' in their keys.");

    laptop.close();
    start(Assembly.standard());
    Answer replayed = line.call("replay", "sales");
    assertThat(replayed.exitCode()).isZero();
    assertThat(replayed.output())
        .contains("put back sales/a.csv", "2 of 2 invalid files put back", "./sluice start");

    Answer run =
        line.call(
            "start", "orders", "--only", VALIDATE + ",process_sales,mark_ingested", "--watch");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("2 ingested").containsPattern("Written: +1 rows");
    assertThat(line.call("audit", "sales", "--file", "a.csv").output())
        .containsPattern("NEW[\\s\\S]+INVALID[\\s\\S]+NEW[\\s\\S]+VALID[\\s\\S]+INGESTED");
  }

  @Test
  @Order(8)
  void shouldSayWhatIsMissingWhereNothingRuns() {
    laptop.close();
    laptop = null;
    Answer env = line.call("env");
    assertThat(env.exitCode()).isEqualTo(3);
    assertThat(env.output()).contains("no embedded AWS is running. Start one with ./sluice up.");

    CommandLine unbuilt = new CommandLine(directory.resolve("none"), directory.resolve("empty"));
    Answer list = unbuilt.call("list");
    assertThat(list.exitCode()).isEqualTo(3);
    assertThat(list.output()).contains("found no synthesized templates");
    assertThat(unbuilt.call("mail").output()).isEqualTo("No mails.\n");
    assertThat(unbuilt.call("logs").output()).isEqualTo("No logs.\n");
  }

  private static JsonNode json(Answer answer) {
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return JsonNode.parser().parse(answer.output());
  }

  private static String text(JsonNode node, String field) {
    return node.field(field).orElseThrow().asString();
  }
}
