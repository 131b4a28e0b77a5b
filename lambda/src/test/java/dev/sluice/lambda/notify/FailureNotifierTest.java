package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.NoticeTaken;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import dev.sluice.lambda.notify.Executions.FailedItem;
import dev.sluice.lambda.notify.Executions.FailedItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureNotifierTest {
  private static final String MAP_RUN =
      "arn:aws:states:eu-west-1:123456789012:mapRun:sluice-orders/export_tables:1";

  private static final String GLUE = "glue:startJobRun.sync";
  private static final Path APPROVED = Path.of("src/test/resources/mails");
  private static final Set<String> COMPARED =
      Set.of("export-tables", "glue-job", "stopped", "refused");

  private final FakeExecutions executions = new FakeExecutions();
  private final MovableClock clock = new MovableClock();
  private final List<String> mails = new ArrayList<>();
  private boolean mailBroken;
  private final FailureNotifier notifier =
      new FailureNotifier(
          "orders", OrdersSteps.JSON, executions, new InMemoryNotices(clock), this::send);

  @Test
  void shouldMailWhichTablesFailedAndWhatToDo() {
    long at = executions.passed(0, "guard");
    long shop = executions.passed(at, "crawl_shop");
    executions.passed(at, "export_products");
    executions.passed(executions.passed(at, "validate_sales"), "process_sales");
    shop = executions.passed(shop, "export_tables: check");
    shop = executions.entered(shop, "export_tables");
    shop = executions.mapRun(shop, MAP_RUN, tables(25, 20));
    shop =
        executions.failed(
            shop,
            "MapRunFailed",
            "States.ExceedToleratedFailureThreshold",
            "The specified tolerated failure threshold was exceeded");
    executions.failed(
        shop,
        "ExecutionFailed",
        "States.ExceedToleratedFailureThreshold",
        "The specified tolerated failure threshold was exceeded");

    notifier.notify(change("FAILED", 0, "{}"));

    assertApproved("export-tables");
  }

  @Test
  void shouldMailWhyAGlueJobFailedWhileOthersWereStopped() {
    long at = executions.passed(0, "guard");
    executions.entered(at, "crawl_shop: wait");
    long sales = executions.entered(executions.passed(at, "validate_sales"), "process_sales");
    sales = executions.asked(sales, GLUE, Map.of("JobName", "p"));
    String cause =
        "{\"Id\":\"jr_42\",\"JobName\":\"p\",\"JobRunState\":\"FAILED\",\"ErrorMessage\":\"no column Dat\"}";
    sales = executions.failed(sales, "TaskFailed", "States.TaskFailed", cause);
    executions.after(at, "WaitStateAborted");
    executions.failed(sales, "ExecutionFailed", "States.TaskFailed", cause);

    notifier.notify(change("FAILED", 2, "{\"parameters\":{\"exportConcurrency\":2}}"));

    assertApproved("glue-job");
  }

  @Test
  void shouldAdviseEveryStepWhereTheAccountRunsAsManyGlueJobsAsItMay() {
    String full = "Glue.ResourceNumberLimitExceededException";
    for (String step : List.of("process_sales", "export_tables", "summarize_orders")) {
      mails.clear();
      long at = executions.entered(executions.passed(0, "guard"), step);
      at = executions.failed(at, "TaskFailed", full, "Failed to meet resource limits");
      executions.failed(at, "ExecutionFailed", full, "Failed to meet resource limits");

      new FailureNotifier(
              "orders", OrdersSteps.JSON, executions, new InMemoryNotices(clock), this::send)
          .notify(change("FAILED", 0, "{}"));

      assertThat(mails.get(0))
          .contains(step, "wait until some end, or ask AWS", "Max concurrent job runs per account");
    }
  }

  @Test
  void shouldMailThatSomeoneStoppedIt() {
    long at = executions.passed(0, "guard");
    executions.entered(at, "export_products");
    executions.failed(0, "ExecutionAborted", "maintenance", "the database moves tonight");

    notifier.notify(change("ABORTED", 0, "{}"));

    assertApproved("stopped");
  }

  @Test
  void shouldMailThatTheInputWasRefused() {
    long at = executions.entered(executions.passed(0, "plan"), "plan refused");
    executions.failed(
        at, "ExecutionFailed", "InvalidInput", "unknown step 'jion' in \"only\"; steps are: guard");

    notifier.notify(change("FAILED", 0, "{\"only\":[\"jion\"]}"));

    assertApproved("refused");
  }

  @Test
  void shouldBlameTheLastFailureAndNotOneThatWasRetriedOrCaught() {
    long at = executions.entered(0, "guard");
    at = executions.failed(at, "TaskFailed", "Lambda.TooManyRequestsException", "busy");
    at = executions.failed(at, "TaskFailed", "dev.sluice.error.PipelineAlreadyRunning", "run-0");
    executions.failed(at, "ExecutionFailed", "dev.sluice.error.PipelineAlreadyRunning", "run-0");

    notifier.notify(change("FAILED", 0, "{}"));

    assertThat(mails.get(0))
        .contains("dev.sluice.error.PipelineAlreadyRunning: run-0")
        .contains("Wait until the other execution has ended");
  }

  @Test
  void shouldAdviseWhatTheFailedStepSaysOfTheErrorAndNoOtherStep() {
    long at = executions.entered(executions.passed(0, "guard"), "process_sales");
    at = executions.failed(at, "TaskFailed", "dev.sluice.error.PipelineAlreadyRunning", "run-0");
    executions.failed(at, "ExecutionFailed", "dev.sluice.error.PipelineAlreadyRunning", "run-0");

    notifier.notify(change("FAILED", 0, "{}"));

    assertThat(mails.get(0))
        .contains("Remove the cause, then redrive.")
        .doesNotContain("Wait until the other execution");
  }

  @Test
  void shouldAdviseWhatHoldsForAllStepsWhereTheStepSaysNothing() {
    long at = executions.entered(executions.passed(0, "guard"), "crawl_lake: poll");
    at = executions.failed(at, "TaskTimedOut", "States.Timeout", null);
    executions.failed(at, "ExecutionFailed", "States.Timeout", null);

    notifier.notify(change("FAILED", 0, "{}"));

    assertThat(mails.get(0)).contains("Find out what took so long, then redrive");
  }

  @Test
  void shouldNameTheStepAfterARedriveThatEntersNoStateAgain() {
    long both = executions.entered(executions.passed(0, "guard"), "in parallel 1");
    executions.entered(both, "export_products");
    executions.entered(both, "process_sales");
    long again = executions.after(both, "ExecutionRedriven");
    long task = executions.asked(again, GLUE, Map.of("JobName", "sluice-orders-process_sales"));
    executions.failed(task, "TaskFailed", "States.TaskFailed", "no space");

    notifier.notify(change("FAILED", 1, "{}"));

    assertThat(mails.get(0))
        .startsWith("Subject: [orders] process_sales failed in run-1 (redrive 1)");
  }

  @Test
  void shouldNameEveryStepThatItMayBe() {
    long both = executions.entered(executions.passed(0, "guard"), "in parallel 1");
    executions.entered(both, "export_products");
    executions.entered(both, "crawl_shop: poll");
    long again = executions.after(both, "ExecutionRedriven");
    executions.failed(again, "TaskFailed", "E", "c");

    notifier.notify(change("FAILED", 1, "{}"));

    assertThat(mails.get(0)).contains("Step crawl_shop or export_products failed.");
  }

  @Test
  void shouldMailOnceForEachRedriveAndStatus() {
    executions.failed(executions.entered(0, "guard"), "ExecutionFailed", "E", "c");

    assertThat(notifier.notify(change("FAILED", 0, "{}"))).isTrue();
    assertThat(notifier.notify(change("FAILED", 0, "{}"))).isFalse();
    assertThat(notifier.notify(change("FAILED", 1, "{}"))).isTrue();
    assertThat(notifier.notify(change("ABORTED", 1, "{}"))).isTrue();
    assertThat(mails).hasSize(3);
  }

  @Test
  void shouldSendAtTheNextTryWhatCouldNotBeSent() {
    executions.failed(executions.entered(0, "guard"), "ExecutionFailed", "E", "c");
    mailBroken = true;
    assertThatThrownBy(() -> notifier.notify(change("FAILED", 0, "{}"))).hasMessage("SNS is away");

    mailBroken = false;

    assertThat(notifier.notify(change("FAILED", 0, "{}"))).isTrue();
  }

  @Test
  void shouldFailSoThatItIsTriedAgainWhereAnotherMayBeSending() {
    Notices notices = new InMemoryNotices(clock);
    notices.claim(change("FAILED", 0, "{}").noticeId());
    FailureNotifier second =
        new FailureNotifier("orders", OrdersSteps.JSON, executions, notices, this::send);

    assertThatThrownBy(() -> second.notify(change("FAILED", 0, "{}")))
        .isInstanceOf(NoticeTaken.class);
    clock.advance(Duration.ofMinutes(3));
    executions.failed(executions.entered(0, "guard"), "ExecutionFailed", "E", "c");
    assertThat(second.notify(change("FAILED", 0, "{}"))).isTrue();
  }

  private static FailedItems tables(int failed, int listed) {
    List<FailedItem> items = new ArrayList<>();
    for (int i = 1; i <= listed; i++) {
      items.add(
          new FailedItem(
              "{\"run\":\"r\",\"table\":\"table_" + i + "\"}",
              "Glue.ConcurrentRunsExceededException",
              "Concurrent runs exceeded for sluice-orders-export_table"));
    }
    return new FailedItems(failed, 40, items);
  }

  private static StatusChange change(String status, int redrives, String input) {
    String event =
        """
        {"source":"aws.states","detail-type":"Step Functions Execution Status Change","detail":{
        "executionArn":"arn:aws:states:eu-west-1:123456789012:execution:sluice-orders:run-1",
        "stateMachineArn":"arn:aws:states:eu-west-1:123456789012:stateMachine:sluice-orders",
        "name":"run-1","status":"%s","startDate":1772359200000,"stopDate":1772359452000,
        "redriveCount":%d,"input":%s}}"""
            .formatted(status, redrives, Json.text(input));
    return StatusChange.of(Fields.of("event", Json.parse(event)));
  }

  private void send(String subject, String body) {
    if (mailBroken) {
      throw new IllegalStateException("SNS is away");
    }
    mails.add("Subject: " + subject + "\n\n" + body);
  }

  @Test
  void shouldKeepNoApprovedMailThatNothingIsComparedWith() throws IOException {
    try (Stream<Path> files = Files.list(APPROVED)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(COMPARED);
    }
  }

  private void assertApproved(String name) {
    assertThat(COMPARED).contains(name);
    assertThat(mails).hasSize(1);
    try {
      Path approved = APPROVED.resolve(name + ".txt");
      Path received = Path.of("target", name + ".received.txt");
      Files.writeString(received, mails.get(0));
      assertThat(mails.get(0))
          .as("the mail; where the change is wanted, copy %s to %s", received, approved)
          .isEqualTo(Files.readString(approved, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no approved mail " + name + ": look at target/" + name, e);
    }
  }
}
