package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import dev.sluice.test.fixture.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Executions that start before their files are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitForDataTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
  private static final int SHORT = 15;
  private static final int LONG = 301;
  private static final String BOTH =
      only(
          "await_sales",
          "validate_sales",
          "process_sales",
          "await_marketing",
          "validate_marketing",
          "process_marketing",
          "join_sales_marketing",
          "mark_ingested");

  private Laptop laptop;
  private Pipeline pipeline;
  private int delivered;

  @BeforeAll
  void start(@TempDir Path directory) {
    Workspace workspace =
        Workspace.in(directory.resolve("home"))
            .editContract("sales", "await: 7d", "await: 5m")
            .editContract("marketing", "await: 7d", "await: " + LONG + "s");
    // Short where a test waits for its end, which has two steps; long where one waits for a file.
    Path assembly =
        ChangedAssembly.copy(Assembly.of(workspace, "long-waits"), "short-waits")
            .definition(
                "\"TimeoutSeconds\":" + LONG,
                "\"TimeoutSeconds\":\"{%% $count($states.context.Execution.Input.only) = 2 ? %d : %d %%}\""
                    .formatted(SHORT, LONG))
            .write();
    laptop = Laptop.start(assembly, directory.resolve("state"), "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
  }

  @AfterAll
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
  }

  /** What another test has left would end a wait at once. */
  @BeforeEach
  void takeWhatIsThere() throws Exception {
    for (String dataset : List.of("sales", "marketing")) {
      if (states(dataset).values().stream().anyMatch(List.of("NEW", "VALID")::contains)) {
        run(only("validate_" + dataset, "process_" + dataset, "mark_ingested"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"sales,marketing", "marketing,sales"})
  void shouldProcessOneDatasetWhileItWaitsForTheOther(String first, String second)
      throws Exception {
    String execution = pipeline.start(BOTH);
    pipeline.awaitState(execution, "await_" + first);
    pipeline.awaitState(execution, "await_" + second);

    deliver(first);
    pipeline.awaitState(execution, "process_" + first);
    assertThat(pipeline.statesEntered(execution)).doesNotContain("validate_" + second + "?");
    assertThat(pipeline.describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);

    deliver(second);
    assertThat(pipeline.outcome(pipeline.await(execution)))
        .containsEntry("join_sales_marketing", "SUCCEEDED");
    assertThat(states("sales").values()).doesNotContain("NEW", "VALID");
    assertThat(states("marketing").values()).doesNotContain("NEW", "VALID");
  }

  @Test
  void shouldNotWaitWhereAFileIsThere() throws Exception {
    deliverAndSee("sales");
    run(only("await_sales"));
  }

  @Test
  void shouldNotWaitForAnotherFileWhereAFailedRunHasValidatedOne() throws Exception {
    deliverAndSee("sales");
    run(only("validate_sales"));
    assertThat(states("sales").values()).contains("VALID");

    run(only("await_sales", "validate_sales", "process_sales", "mark_ingested"));
    assertThat(states("sales").values()).doesNotContain("NEW", "VALID");
  }

  /** The later the file comes, the farther the step has come with looking and starting to wait. */
  @ParameterizedTest
  @CsvSource({"0", "20", "50", "100", "200", "400", "800"})
  void shouldNotMissAFileThatArrivesWhileTheWaitBegins(long millis) throws Exception {
    String execution = pipeline.start(only("await_sales", "validate_sales"));
    pipeline.awaitState(execution, "await_sales?");
    Thread.sleep(millis);
    // An invalid one leaves nothing for the next wait to find.
    String key = "sales/late" + delivered++ + ".csv";
    pipeline.deliver(key, "no such column\n");

    assertThat(pipeline.count(pipeline.await(execution), "validate_sales", "invalid")).isEqualTo(1);
    assertThat(pipeline.audited("sales", key)).containsEntry("state", "INVALID");
  }

  @Test
  void shouldFailWhenTheTimeIsOverAndWaitAgainWhenRedriven() throws Exception {
    String execution = pipeline.start(only("await_marketing", "validate_marketing"));
    DescribeExecutionResponse late = pipeline.await(execution);
    assertThat(late.status()).isIn(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT);
    assertThat(late.error()).isEqualTo("States.Timeout");

    pipeline.redrive(execution);
    Thread.sleep(2000);
    assertThat(pipeline.describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);
    deliver("marketing");
    assertThat(pipeline.count(pipeline.await(execution), "validate_marketing", "valid"))
        .isEqualTo(1);
  }

  @Test
  void shouldRefuseASecondExecutionWhileOneWaits() throws Exception {
    String first = pipeline.start(only("await_sales"));
    pipeline.awaitState(first, "await_sales");

    DescribeExecutionResponse second = pipeline.run(only("await_sales"));

    assertThat(second.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(second.error()).isEqualTo("dev.sluice.error.PipelineAlreadyRunning");
    assertThat(second.cause()).contains(pipeline.describe(first).name());
    pipeline.stop(first);
  }

  @Test
  void shouldTakeEachFileOnceWhereTwoExecutionsRunWithoutTheGuard() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      files.put("sales/shared_%02d.csv".formatted(i), SmallFiles.sales(DAY.plusDays(i), 2));
    }
    pipeline.deliverAndSee("sales", files);
    String input =
        "{\"skip\": %s}"
            .formatted(
                names(
                    pipeline.steps().stream()
                        .filter(s -> !s.equals("await_sales") && !s.equals("validate_sales"))
                        .toList()));

    String one = pipeline.start(input);
    String other = pipeline.start(input);

    long taken =
        pipeline.count(pipeline.await(one), "validate_sales", "valid")
            + pipeline.count(pipeline.await(other), "validate_sales", "valid");
    assertThat(taken).isEqualTo(files.size());
    Map<String, Map<String, AttributeValue>> audited = pipeline.auditedFiles("sales");
    assertThat(files).isNotEmpty();
    for (String key : files.keySet()) {
      assertThat(audited.get(key).get("history").l())
          .as("the history of %s", key)
          .extracting(entry -> entry.m().get("state").s())
          .containsExactly("NEW", "VALID");
    }
    assertThat(pipeline.keys("landing")).doesNotContainAnyElementsOf(files.keySet());
  }

  private void run(String input) throws Exception {
    pipeline.outcome(pipeline.run(input));
  }

  private void deliver(String dataset) {
    nextFile(dataset).forEach(pipeline::deliver);
  }

  private void deliverAndSee(String dataset) throws Exception {
    pipeline.deliverAndSee(dataset, nextFile(dataset));
  }

  private Map<String, String> nextFile(String dataset) {
    LocalDate day = DAY.plusMonths(delivered);
    String key = "%s/delivery%d.csv".formatted(dataset, delivered++);
    return Map.of(
        key, dataset.equals("sales") ? SmallFiles.sales(day, 2) : SmallFiles.marketing(day, 20));
  }

  private Map<String, String> states(String dataset) {
    return pipeline.auditedFiles(dataset).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get("state").s()));
  }

  private static String only(String... steps) {
    return "{\"only\": %s}".formatted(names(List.of(steps)));
  }

  private static String names(List<String> steps) {
    return steps.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }
}
