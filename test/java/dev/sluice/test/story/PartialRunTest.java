package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.AfterOrdersRun;
import dev.sluice.test.fixture.OrdersRun;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Runs of a part of the pipeline, after one whole run whose results they find. */
@AfterOrdersRun
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartialRunTest {
  private final Pipeline pipeline;

  PartialRunTest(OrdersRun run) {
    this.pipeline = run.pipeline();
  }

  @Test
  void shouldRunTheStepsOfOnlyAlone() throws Exception {
    assertRuns("{'only': ['join_sales_marketing']}", "guard", "join_sales_marketing");
  }

  @Test
  void shouldFindAllThatAStepNeedsInTheLakeOfEarlierRuns() throws Exception {
    String before = joinedCsv();

    DescribeExecutionResponse execution =
        assertRuns("{'only': ['join_sales_marketing']}", "guard", "join_sales_marketing");

    assertThat(before.lines()).hasSizeGreaterThan(100);
    assertThat(joinedCsv()).isEqualTo(before);
    assertThat(
            pipeline.read("work", "runs/" + execution.name() + "/join_sales_marketing/report.json"))
        .contains("curated/leads_by_day", "curated/marketing_by_day");
  }

  @Test
  void shouldRunAStepAndWhatComesAfterIt() throws Exception {
    assertRuns(
        "{'from': 'join_sales_marketing'}",
        "guard",
        "join_sales_marketing",
        "crawl_lake",
        "mark_ingested");
  }

  @Test
  void shouldBeginInTheMiddleOfABranch() throws Exception {
    assertRuns(
        "{'from': 'process_sales'}",
        "guard",
        "process_sales",
        "join_sales_marketing",
        "summarize_orders",
        "crawl_lake",
        "mark_ingested");
  }

  @Test
  void shouldRunEveryStepButTheSkippedOnes() throws Exception {
    List<String> rest =
        except("join_sales_marketing", "mark_ingested", "process_marketing", "guard");

    assertRuns(
        "{'skip': %s}".formatted(list(rest)),
        "guard",
        "process_marketing",
        "join_sales_marketing",
        "mark_ingested");
  }

  @Test
  void shouldRunWithEveryStepSkipped() throws Exception {
    assertRuns("{'skip': %s}".formatted(list(pipeline.steps())));
  }

  @Test
  void shouldMixFlags() throws Exception {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    except("process_sales", "join_sales_marketing").forEach(step -> flags.put(step, false));
    flags.put("process_sales", true);

    assertRuns(
        "{'steps': {%s}}"
            .formatted(
                flags.entrySet().stream()
                    .map(e -> "'%s': %s".formatted(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", "))),
        "process_sales",
        "join_sales_marketing");
  }

  @Test
  void shouldTakeAParameterAlone() throws Exception {
    String input = "{'only': ['export_tables'], 'parameters': {'exportConcurrency': 1}}";
    DescribeExecutionResponse execution = assertRuns(input, "guard", "export_tables");
    assertThat(pipeline.count(execution, "export_tables", "succeeded")).isEqualTo(12);
  }

  @Test
  void shouldMarkWhatAnEarlierPartialRunHasValidated() throws Exception {
    LocalDate march = LocalDate.of(2024, 3, 1);
    String key = "sales/march.csv";
    pipeline.deliverAndSee("sales", Map.of(key, SmallFiles.sales(march, 2)));

    assertRuns("{'only': ['validate_sales']}", "guard", "validate_sales");
    assertThat(pipeline.audited("sales", key)).containsEntry("state", "VALID");

    DescribeExecutionResponse execution =
        assertRuns(
            "{'only': ['await_sales', 'process_sales', 'mark_ingested']}",
            "guard",
            "await_sales",
            "process_sales",
            "mark_ingested");
    assertThat(pipeline.count(execution, "mark_ingested", "ingested")).isEqualTo(1);
    assertThat(pipeline.audited("sales", key)).containsEntry("state", "INGESTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'only': ['join_sales']}                   | unknown step \"join_sales\" in only",
        "{'from': 'join'}                           | unknown step \"join\" in from",
        "{'steps': {'crawl': false}}                | unknown step \"crawl\" in steps",
        "{'only': ['guard'], 'step': 'guard'}       | unknown key \"step\"; valid keys: steps, only, from, skip, parameters",
        "{'only': 'guard'}                          | only must be a list of step names, found string",
        "{'only': []}                               | only names no step",
        "{'from': ['guard']}                        | from must be the name of one step, found array",
        "{'steps': {'guard': 'no'}}                 | steps.guard must be true or false, found string no",
        "{'only': ['guard'], 'skip': ['guard']}     | more than one selector: only, skip",
        "{'parameters': {'concurrency': 2}}         | unknown parameter \"concurrency\"; valid parameters: exportConcurrency",
        "{'parameters': {'exportConcurrency': 0}}   | parameter exportConcurrency is 0; allowed: a whole number from 1 to",
        "{'parameters': {'exportConcurrency': 'x'}} | parameter exportConcurrency must be a whole number, found string x",
        "[1]                                        | the input must be a JSON object, found array",
      })
  void shouldRefuseAMistakeBeforeAnythingRan(String input, String mistake) throws Exception {
    DescribeExecutionResponse execution = pipeline.run(json(input));

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).isEqualTo("InvalidInput");
    assertThat(execution.cause())
        .contains("Nothing ran", mistake, "Valid steps: " + String.join(", ", pipeline.steps()));
    assertThat(pipeline.statesEntered(execution.executionArn()))
        .containsExactly("plan", "plan accepted?", "plan refused");
  }

  @Test
  void shouldNameAllMistakesAtOnce() throws Exception {
    DescribeExecutionResponse execution =
        pipeline.run(json("{'only': ['a'], 'from': 'b', 'parameters': {'c': 1}}"));

    assertThat(execution.cause())
        .contains(
            "more than one selector: only, from",
            "unknown step \"a\"",
            "unknown step \"b\"",
            "unknown parameter \"c\"");
  }

  /** Runs that input to success: those steps ran, and every other one is seen as skipped. */
  private DescribeExecutionResponse assertRuns(String input, String... steps) throws Exception {
    DescribeExecutionResponse execution = pipeline.run(json(input));

    Map<String, String> expected = new LinkedHashMap<>();
    pipeline
        .steps()
        .forEach(s -> expected.put(s, List.of(steps).contains(s) ? "SUCCEEDED" : "SKIPPED"));
    assertThat(pipeline.outcome(execution)).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(
            pipeline.statesEntered(execution.executionArn()).stream()
                .filter(state -> state.endsWith(" skipped")))
        .containsExactlyInAnyOrderElementsOf(
            except(steps).stream().map(step -> step + " skipped").toList());
    return execution;
  }

  private List<String> except(String... steps) {
    return pipeline.steps().stream().filter(step -> !List.of(steps).contains(step)).toList();
  }

  private static String list(List<String> steps) {
    return steps.stream().collect(Collectors.joining("', '", "['", "']"));
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private String joinedCsv() {
    String key =
        pipeline.keys("lake").stream()
            .filter(k -> k.startsWith("curated/sales_marketing_csv/") && k.endsWith(".csv"))
            .findFirst()
            .orElseThrow();
    return pipeline.read("lake", key);
  }
}
