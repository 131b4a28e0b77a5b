package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * An export of twelve tables at a time by a job that allows three runs: it fails, a mail says what
 * to do, and after that only what had not succeeded runs again.
 */
class ConcurrencyFailureTest {
  private static final String JOB = "sluice-orders-export_table";
  private static final int TABLES = 12;
  private static final Set<JobRunState> ENDED =
      Set.of(JobRunState.SUCCEEDED, JobRunState.FAILED, JobRunState.STOPPED);
  private static final String INPUT =
      """
      {"only": ["crawl_shop", "export_tables", "export_products"],
       "parameters": {"exportConcurrency": 12}}""";

  @Test
  void shouldFailNameTheRemedyAndRunOnlyTheRestWhenRedriven(@TempDir Path state) throws Exception {
    Path assembly =
        Assembly.with(
            Map.of("exportMaxConcurrentRuns", 3, "exportConcurrency", 3, "exportRetries", 0));
    try (Laptop laptop = Laptop.start(assembly, state, "sluice-orders");
        GlueClient glue = laptop.glue()) {
      Pipeline pipeline = Pipeline.in(laptop, "orders");

      DescribeExecutionResponse failed = pipeline.run(INPUT);

      assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(failed.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
      List<String> entered = pipeline.statesEntered(failed.executionArn());
      assertThat(entered).contains("crawl_shop: poll", "export_products", "export_tables");
      DescribeMapRunResponse before = mapRun(laptop, failed.executionArn());
      assertThat(before.itemCounts().total()).isEqualTo(TABLES);
      assertThat(before.itemCounts().failed()).isPositive();
      long done = before.itemCounts().succeeded();
      int runsBefore = runs(glue).size();
      assertThat(runsBefore).as("runs that the job has accepted").isLessThanOrEqualTo(3);
      assertMail(new Mails(laptop.mailbox()).next(failed.name(), 0), failed.name());

      awaitStopped(glue);
      allowRuns(glue, TABLES);
      pipeline.redrive(failed.executionArn());
      DescribeExecutionResponse redriven = pipeline.await(failed.executionArn());

      assertThat(redriven.status())
          .as("the redriven run; mails: %s", new Mails(laptop.mailbox()).on(failed.name()))
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(redriven.redriveCount()).isEqualTo(1);
      List<JobRun> runs = runs(glue);
      assertThat(runs)
          .as("one more run a table that was not done")
          .hasSize(runsBefore + 12 - (int) done);
      assertThat(runs)
          .filteredOn(run -> run.jobRunState() == JobRunState.SUCCEEDED)
          .hasSize(TABLES);
      List<String> all = pipeline.statesEntered(failed.executionArn());
      assertThat(all.subList(entered.size(), all.size()))
          .as("states entered after the redrive")
          .doesNotContain("guard", "crawl_shop: start", "export_products", "export_tables: check")
          .startsWith("export_tables: count")
          .endsWith("report");
      assertThat(mapRun(laptop, failed.executionArn()).itemCounts().succeeded()).isEqualTo(TABLES);
      assertThat(pipeline.count(redriven, "export_tables", "succeeded")).isEqualTo(TABLES);
      assertThat(new Mails(laptop.mailbox()).on(failed.name())).as("mails").hasSize(1);
    }
  }

  private static void assertMail(Mails.Mail mail, String execution) {
    assertThat(mail.subject()).isEqualTo("[orders] export_tables failed in " + execution);
    assertThat(mail.body())
        .contains("of 12 items failed. Glue.ConcurrentRunsExceededException: ")
        .containsPattern("- [a-z_]+: Glue.ConcurrentRunsExceededException: ")
        .contains("Too many runs of " + JOB + " at once: raise its MaxConcurrentRuns")
        .contains("./sluice redrive " + execution)
        .contains("aws stepfunctions redrive-execution --execution-arn ")
        .containsPattern("Done +guard, crawl_shop, export_products\n")
        .containsPattern("Not done +export_tables\n")
        .doesNotContain("{\"Id\"");
  }

  private static List<JobRun> runs(GlueClient glue) {
    return glue.getJobRunsPaginator(r -> r.jobName(JOB)).jobRuns().stream().toList();
  }

  /** A run that is being stopped counts against the limit until it has ended. */
  private static void awaitStopped(GlueClient glue) throws InterruptedException {
    while (!runs(glue).stream().allMatch(run -> ENDED.contains(run.jobRunState()))) {
      Thread.sleep(100);
    }
  }

  /** As {@code aws glue update-job}: the whole definition is given, with one value changed. */
  private static void allowRuns(GlueClient glue, int limit) {
    Job job = glue.getJob(r -> r.jobName(JOB)).job();
    glue.updateJob(
        r ->
            r.jobName(JOB)
                .jobUpdate(
                    u ->
                        u.role(job.role())
                            .command(job.command())
                            .defaultArguments(job.defaultArguments())
                            .connections(job.connections())
                            .glueVersion(job.glueVersion())
                            .workerType(job.workerType())
                            .numberOfWorkers(job.numberOfWorkers())
                            .timeout(job.timeout())
                            .executionProperty(e -> e.maxConcurrentRuns(limit))));
  }

  private static DescribeMapRunResponse mapRun(Laptop laptop, String execution) {
    try (SfnClient stepFunctions = laptop.stepFunctions()) {
      String arn =
          stepFunctions.listMapRuns(r -> r.executionArn(execution)).mapRuns().get(0).mapRunArn();
      return stepFunctions.describeMapRun(r -> r.mapRunArn(arn));
    }
  }
}
