package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What was validated is what is read, whatever the file's line ends and size; and a file in the raw
 * zone that nobody can read is named, quarantined, and in nobody's way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneReaderTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final int LARGE = 60_000;
  private static final String PROCESS = "{\"only\": [\"process_sales\", \"mark_ingested\"]}";
  private static final String ROWS = "raw/sales/mixed.csv.jsonl";

  private Laptop laptop;
  private Pipeline pipeline;
  private CommandLine line;

  @BeforeAll
  void start(@TempDir Path directory) {
    Path assembly = Assembly.standard();
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
  void shouldReadWhatWasValidated() throws Exception {
    String mixed = mixedLineEnds(SmallFiles.sales(DAY, 3, "\"EMEA\r\nNorth\""));
    String large = SmallFiles.sales(DAY.plusDays(1), LARGE);
    pipeline.deliverAndSee(
        "sales",
        Map.of(
            "sales/mixed.csv", mixed,
            "sales/large.csv", large,
            "sales/large_bad.csv", large + "1/1/2024,one field less\n"));

    DescribeExecutionResponse execution =
        pipeline.run("{\"only\": [\"validate_sales\", \"process_sales\", \"mark_ingested\"]}");

    assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(pipeline.count(execution, "validate_sales", "rows")).isEqualTo(LARGE + 3);
    assertThat(pipeline.count(execution, "mark_ingested", "ingested")).isEqualTo(2);
    assertThat(pipeline.read("lake", ROWS).lines())
        .hasSize(3)
        .allSatisfy(
            row -> assertThat(row).contains("\"region\":\"EMEA\\r\\nNorth\"", "\"FALSE\"}"));
    assertThat(pipeline.read("lake", "originals/sales/mixed.csv")).isEqualTo(mixed);
    assertThat(pipeline.lines("lake", "raw/sales/large.csv.jsonl")).hasSize(LARGE);
    assertThat(pipeline.keys("lake")).noneMatch(key -> key.contains("large_bad"));
    assertThat(pipeline.read("failed", "sales/large_bad.csv")).hasSizeGreaterThan(large.length());
  }

  /** The first line ends with CRLF, every other one with LF. */
  private static String mixedLineEnds(String file) {
    return file.replaceFirst("\n", "\r\n");
  }

  @Test
  @Order(2)
  void shouldNameAFileThatCannotBeReadAndGoOnWithoutIt() throws Exception {
    damage(ROWS, "{\"date\":\"5/1/2024\",\"salesper");
    DescribeExecutionResponse failed = pipeline.run(PROCESS);

    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    String command = "quarantine sales " + ROWS;
    assertThat(new Mails(laptop.mailbox()).next(failed.name(), 0).body())
        .contains(ROWS + " cannot be read (a line of it is no row)", "./sluice " + command);

    Answer answer = line.call(command.split(" "));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output()).contains("sales/mixed.csv is INVALID", "./sluice replay sales");
    assertThat(pipeline.keys("failed"))
        .contains(ROWS, ROWS + ".errors.json", "sales/mixed.csv")
        .doesNotContain("originals/sales/mixed.csv");
    assertThat(pipeline.audited("sales", "sales/mixed.csv"))
        .containsEntry("state", "INVALID")
        .containsEntry("dataset_state", "sales#INVALID")
        .doesNotContainKey("raw");

    pipeline.redrive(failed.executionArn());
    DescribeExecutionResponse redriven = pipeline.await(failed.executionArn());
    assertThat(redriven.status()).as(redriven.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  @Order(3)
  void shouldValidateTheOriginalAnewWhenItIsPutBack() throws Exception {
    assertThat(line.call("replay", "sales", "--file", "mixed").exitCode()).isZero();
    awaitNew("sales/mixed.csv");

    DescribeExecutionResponse execution =
        pipeline.run("{\"only\": [\"validate_sales\", \"process_sales\", \"mark_ingested\"]}");

    assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(pipeline.audited("sales", "sales/mixed.csv")).containsEntry("state", "INGESTED");
    assertThat(pipeline.read("lake", ROWS).lines()).hasSize(3);
  }

  @Test
  @Order(4)
  void shouldRefuseAFileThatSomebodyPutIntoTheRawZone() throws Exception {
    String key = "raw/sales/by hand.csv";
    damage(key, SmallFiles.sales(DAY, 1));
    DescribeExecutionResponse failed = pipeline.run(PROCESS);

    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(new Mails(laptop.mailbox()).next(failed.name(), 0).body())
        .contains("./sluice quarantine sales '" + key + "'");

    Answer answer = line.call("quarantine", "sales", key, "--reason", "no file of ours");
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(pipeline.read("failed", key + ".errors.json")).contains("no file of ours");
    assertThat(line.call("quarantine", "sales", key).output()).contains("there is no s3://");
    assertThat(line.call("quarantine", "sales", "sales/mixed.csv").output())
        .contains("expected a key that begins with raw/sales/");

    pipeline.redrive(failed.executionArn());
    assertThat(pipeline.await(failed.executionArn()).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private void awaitNew(String key) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if ("NEW".equals(pipeline.audited("sales", key).get("state"))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(key + " was put back and not registered");
  }

  private void damage(String key, String content) {
    try (S3Client s3 = laptop.s3()) {
      s3.putObject(
          r -> r.bucket(pipeline.bucket("lake")).key(key), RequestBody.fromString(content));
    }
  }
}
