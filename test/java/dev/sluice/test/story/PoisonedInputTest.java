package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.Lake;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import dev.sluice.test.fixture.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * 200 files, of which some are invalid, and one kills the validator: a contract's regular
 * expression backtracks on it without end, so that Lambda ends the function at its timeout.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonedInputTest {
  private static final LocalDate DAY = LocalDate.of(2023, 1, 1);
  private static final int SALES = 150;
  private static final int MARKETING = 50;
  private static final int ROWS = 2;
  private static final int TIMEOUT_SECONDS = 15;
  private static final int POISON = 77;
  private static final int MAIL_PATIENCE_SECONDS = 60;
  private static final String STEPS =
      """
      {"only": ["validate_sales", "process_sales", "validate_marketing", "process_marketing",
                "join_sales_marketing", "mark_ingested"]}
      """;

  private final Map<String, Map<String, String>> files = new LinkedHashMap<>();
  private final TreeSet<String> invalid = new TreeSet<>();
  private Laptop laptop;
  private Pipeline pipeline;
  private DescribeExecutionResponse execution;
  private Path directory;

  @BeforeAll
  void run(@TempDir Path directory) throws Exception {
    this.directory = directory;
    Workspace workspace =
        Workspace.in(directory.resolve("home"))
            .editContract(
                "sales",
                "  - name: Region\n",
                "  - name: Region\n    pattern: '(([A-Za-z ]+)*,?)*'\n");
    Path assembly =
        ChangedAssembly.copy(Assembly.of(workspace, "poison"), "poison-hurried")
            .timeout("validate-files", TIMEOUT_SECONDS)
            .write();
    laptop = Laptop.start(assembly, directory.resolve("state"), "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
    makeFiles();
    for (Map.Entry<String, Map<String, String>> dataset : files.entrySet()) {
      pipeline.deliverAndSee(dataset.getKey(), dataset.getValue());
    }
    execution = pipeline.run(STEPS);
  }

  private void makeFiles() {
    Map<String, String> sales = new LinkedHashMap<>();
    for (int i = 0; i < SALES; i++) {
      String key = "sales/s%03d.csv".formatted(i);
      LocalDate day = DAY.plusDays(i);
      sales.put(
          key,
          i == POISON
              ? SmallFiles.sales(day, ROWS, "a".repeat(60) + "!")
              : spoiled(key, i, SmallFiles.sales(day, ROWS)));
    }
    invalid.add("sales/s%03d.csv".formatted(POISON));
    files.put("sales", sales);
    Map<String, String> marketing = new LinkedHashMap<>();
    for (int i = 0; i < MARKETING; i++) {
      String key = "marketing/m%03d.csv".formatted(i);
      marketing.put(key, spoiled(key, i, SmallFiles.marketing(DAY.plusDays(i), 1)));
    }
    files.put("marketing", marketing);
  }

  /** Every 15th file, in one of four ways; the poisoned one is none of them. */
  private String spoiled(String key, int number, String good) {
    if (number % 15 != 0) {
      return good;
    }
    invalid.add(key);
    return switch (number / 15 % 4) {
      case 0 -> good.replaceFirst("\n\\d+/\\d+/\\d+", "\n13/45/2023");
      case 1 -> good.substring(good.indexOf('\n') + 1);
      case 2 -> good.strip() + ",one field more\n";
      default -> "";
    };
  }

  @AfterAll
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
  }

  @Test
  void shouldSucceedAndCountWhatItFound() {
    assertThat(pipeline.outcome(execution)).containsEntry("mark_ingested", "SUCCEEDED");
    assertThat(invalid).hasSize(15);
    assertThat(count("valid")).isEqualTo(200 - invalid.size());
    assertThat(count("invalid")).isEqualTo(invalid.size());
    assertThat(pipeline.count(execution, "mark_ingested", "ingested"))
        .isEqualTo(200 - invalid.size());
  }

  @Test
  void shouldKeepTheBadFilesAsTheyWereWithAReportBesideEach() {
    List<String> expected = new ArrayList<>();
    invalid.forEach(key -> expected.addAll(List.of(key, key + ".errors.json")));
    assertThat(pipeline.keys("failed")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(invalid).isNotEmpty();
    for (String key : invalid) {
      assertThat(pipeline.read("failed", key)).isEqualTo(content(key));
      assertThat(pipeline.read("failed", key + ".errors.json")).contains("\"message\"");
    }
  }

  @Test
  void shouldSayThatTheValidatorDidNotSurviveThePoisonedFile() {
    Map<String, AttributeValue> poisoned =
        pipeline.auditedFiles("sales").get("sales/s%03d.csv".formatted(POISON));
    assertThat(poisoned.get("errors").l().get(0).m().get("message").s())
        .contains("the validator did not survive this file", "Task timed out");
  }

  @Test
  void shouldGiveEachFileOneFinalStateReachedOnce() {
    assertThat(files).isNotEmpty();
    files.forEach(
        (dataset, delivered) -> {
          Map<String, Map<String, AttributeValue>> audited = pipeline.auditedFiles(dataset);
          assertThat(audited.keySet()).isEqualTo(delivered.keySet());
          audited.forEach(
              (key, file) ->
                  assertThat(file.get("history").l())
                      .as("the history of %s", key)
                      .extracting(entry -> entry.m().get("state").s())
                      .containsExactlyElementsOf(
                          invalid.contains(key)
                              ? List.of("NEW", "INVALID")
                              : List.of("NEW", "VALID", "INGESTED")));
        });
    assertThat(pipeline.keys("landing")).isEmpty();
  }

  @Test
  void shouldMailEachInvalidFileOnce() throws Exception {
    List<String> texts = mails();
    for (int i = 0; i < MAIL_PATIENCE_SECONDS && !tellsAll(texts); i++) {
      // The mail that sums up comes after the execution's end.
      Thread.sleep(1000);
      texts = mails();
    }

    assertThat(invalid).isNotEmpty();
    assertThat(texts)
        .hasSizeBetween(1, 4)
        .allSatisfy(mail -> assertThat(mail).contains(execution.name()));
    for (String key : invalid) {
      assertThat(texts.stream().flatMap(String::lines).filter(key::equals))
          .as("mails on %s", key)
          .hasSize(1);
    }
  }

  private boolean tellsAll(List<String> texts) {
    return invalid.stream().allMatch(key -> texts.stream().anyMatch(mail -> mail.contains(key)));
  }

  private List<String> mails() throws IOException {
    try (Stream<Path> mails = Files.list(laptop.mailbox())) {
      List<String> texts = new ArrayList<>();
      for (Path mail : mails.toList()) {
        texts.add(Files.readString(mail));
      }
      return texts;
    }
  }

  @Test
  void shouldProcessEveryValidRowOnce() {
    try (S3Client s3 = laptop.s3();
        Lake lake = Lake.copy(s3, pipeline.bucket("lake"), directory.resolve("lake"))) {
      long good = invalid.stream().filter(key -> key.startsWith("sales/")).count();
      assertThat(
              lake.query(
                  """
                  SELECT COUNT(*)::VARCHAR, SUM(leads_generated)::VARCHAR,
                         MIN(leads_generated)::VARCHAR, MAX(leads_generated)::VARCHAR
                  FROM read_parquet(%s)
                  """
                      .formatted(lake.files("curated/leads_by_day", "parquet"))))
          .containsExactly(
              List.of(Long.toString(SALES - good), Long.toString((SALES - good) * ROWS), "2", "2"));
    }
  }

  private long count(String name) {
    return pipeline.count(execution, "validate_sales", name)
        + pipeline.count(execution, "validate_marketing", name);
  }

  private String content(String key) {
    return files.get(key.substring(0, key.indexOf('/'))).get(key);
  }
}
