package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.Quotas;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunsTest {
  @TempDir Path state;
  private GlueFixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new GlueFixture(state);
    fixture.job("export", 2);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldRunAJobToItsEnd() throws Exception {
    String id = run("succeed");

    JsonNode run = fixture.await("export", id, r -> ended(r));

    assertThat(id).matches("jr_[0-9a-f]{64}");
    assertThat(run.path("JobRunState").asText()).isEqualTo("SUCCEEDED");
    assertThat(run.path("Arguments").path("--behave").asText()).isEqualTo("succeed");
    assertThat(run.path("CompletedOn").asDouble()).isGreaterThan(1.7e9);
    assertThat(run.path("GlueVersion").asText()).isEqualTo("6.0");
    assertThat(run.path("LogGroupName").asText()).isEqualTo("/aws-glue/jobs");
    assertThat(run.path("StateDetail").asText()).endsWith("logs/glue/export/" + id + ".log");
    assertThat(run.has("ErrorMessage")).isFalse();
  }

  @Test
  void shouldSayInOneLineWhyARunFailed() throws Exception {
    JsonNode run = fixture.await("export", run("fail"), r -> ended(r));

    assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
    assertThat(run.path("ErrorMessage").asText())
        .isEqualTo("java.lang.ArithmeticException: / by zero");
  }

  @Test
  void shouldHandARunTheCredentialsOfItsJobsRole() throws Exception {
    JsonNode run = fixture.await("export", run("tell"), r -> ended(r));

    assertThat(run.path("ErrorMessage").asText())
        .isEqualTo("called with the key of arn:aws:iam::000000000000:role/glue");
  }

  @Test
  void shouldRefuseRunsBeyondTheJobsLimitUntilOneEnds() throws Exception {
    String first = run("hang");
    run("hang");

    assertThatThrownBy(() -> run("succeed"))
        .isInstanceOfSatisfying(
            ServiceError.class,
            e -> assertThat(e.code()).isEqualTo("ConcurrentRunsExceededException"))
        .hasMessage("Concurrent runs exceeded for export");

    stopRun(first);
    fixture.await("export", first, r -> ended(r));
    fixture.await("export", run("succeed"), r -> ended(r));
  }

  // https://docs.aws.amazon.com/glue/latest/webapi/API_StartJobRun.html, and the quota "Max
  // concurrent job runs per account" of https://docs.aws.amazon.com/general/latest/gr/glue.html.
  @Test
  void shouldRefuseRunsBeyondTheAccountsLimitWhateverTheirJob() throws Exception {
    fixture.quotas = new Quotas(1_000, 2, false);
    fixture.job("other", 5);
    String first = run("hang");
    run("hang");

    assertThatThrownBy(() -> fixture.call("StartJobRun", "{\"JobName\":\"other\"}"))
        .isInstanceOfSatisfying(
            ServiceError.class,
            e -> assertThat(e.code()).isEqualTo("ResourceNumberLimitExceededException"))
        .hasMessage("Max concurrent job runs per account exceeded: 2");

    stopRun(first);
    fixture.await("export", first, r -> ended(r));
    fixture.call("StartJobRun", "{\"JobName\":\"other\"}");
  }

  @Test
  void shouldTakeARaisedLimitAndKeepItWhereTheTemplateChangesOtherThings() throws Exception {
    run("hang");
    run("hang");
    ObjectNode job = (ObjectNode) fixture.call("GetJob", "{\"JobName\":\"export\"}").get("Job");
    job.remove(java.util.List.of("Name", "CreatedOn", "LastModifiedOn"));
    ((ObjectNode) job.get("ExecutionProperty")).put("MaxConcurrentRuns", 3);

    fixture.call("UpdateJob", "{\"JobName\":\"export\",\"JobUpdate\":" + job + "}");
    fixture.job("export", 2, "s3://assets/moved.jar");

    fixture.await("export", run("succeed"), r -> ended(r));
    assertThat(
            fixture
                .call("GetJob", "{\"JobName\":\"export\"}")
                .at("/Job/ExecutionProperty/MaxConcurrentRuns")
                .asInt())
        .isEqualTo(3);
    assertThat(
            fixture
                .call("GetJob", "{\"JobName\":\"export\"}")
                .at("/Job/DefaultArguments/--extra-jars")
                .asText())
        .isEqualTo("s3://assets/moved.jar");
  }

  @Test
  void shouldStopARun() throws Exception {
    String id = run("hang");
    fixture.await("export", id, r -> r.path("JobRunState").asText().equals("RUNNING"));

    ObjectNode answer = stopRun(id);

    assertThat(answer.path("SuccessfulSubmissions").path(0).path("JobRunId").asText())
        .isEqualTo(id);
    JsonNode run = fixture.await("export", id, r -> ended(r));
    assertThat(run.path("JobRunState").asText()).isEqualTo("STOPPED");
    assertThat(stopRun(id).at("/Errors/0/ErrorDetail/ErrorMessage").asText())
        .contains("has ended already; it is STOPPED");
    assertThat(stopRun("jr_0").at("/Errors/0/ErrorDetail/ErrorCode").asText())
        .isEqualTo("EntityNotFoundException");
  }

  @Test
  void shouldKillAWorkerThatDoesNotStopARun() throws Exception {
    String id = run("deaf");
    fixture.await("export", id, r -> r.path("JobRunState").asText().equals("RUNNING"));

    stopRun(id);

    JsonNode run = fixture.await("export", id, r -> ended(r));
    assertThat(run.path("JobRunState").asText()).isEqualTo("STOPPED");
    fixture.await("export", run("succeed"), r -> ended(r));
  }

  @Test
  void shouldFailTheRunsOfAWorkerThatDiesAndStartAnother() throws Exception {
    String beside = run("hang");
    String deadly = run("die");

    for (String id : new String[] {beside, deadly}) {
      JsonNode run = fixture.await("export", id, r -> ended(r));
      assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
      assertThat(run.path("ErrorMessage").asText())
          .isEqualTo("The Spark worker ended with status 3; its log is worker.log");
    }
    JsonNode next = fixture.await("export", run("succeed"), r -> ended(r));
    assertThat(next.path("JobRunState").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void shouldFailRunsThatAKilledRuntimeLeftUnfinished() throws Exception {
    String id = run("hang");
    fixture.await("export", id, r -> r.path("JobRunState").asText().equals("RUNNING"));

    // A second service on the same directory is what a restart after a crash sees.
    try (GlueFixture restarted = new GlueFixture(state)) {
      JsonNode run = restarted.await("export", id, r -> ended(r));
      assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
      assertThat(run.path("ErrorMessage").asText())
          .isEqualTo("The local runtime ended while the run was RUNNING.");
    }
  }

  @Test
  void shouldListRunsTheNewestFirstInPages() throws Exception {
    String older = run("succeed");
    fixture.await("export", older, r -> ended(r));
    String newer = run("succeed");
    fixture.await("export", newer, r -> ended(r));

    ObjectNode page = fixture.call("GetJobRuns", "{\"JobName\":\"export\",\"MaxResults\":1}");

    assertThat(page.at("/JobRuns/0/Id").asText()).isEqualTo(newer);
    ObjectNode rest =
        fixture.call(
            "GetJobRuns", "{\"JobName\":\"export\",\"NextToken\":" + page.path("NextToken") + "}");
    assertThat(rest.at("/JobRuns/0/Id").asText()).isEqualTo(older);
    assertThat(rest.has("NextToken")).isFalse();
  }

  @Test
  void shouldRefuseUnknownJobsAndRuns() {
    assertThatThrownBy(() -> fixture.call("StartJobRun", "{\"JobName\":\"nothing\"}"))
        .hasMessageContaining("there is no job nothing");
    assertThatThrownBy(() -> fixture.call("GetJob", "{\"JobName\":\"nothing\"}"))
        .isInstanceOfSatisfying(
            ServiceError.class, e -> assertThat(e.code()).isEqualTo("EntityNotFoundException"));
    assertThatThrownBy(
            () -> fixture.call("GetJobRun", "{\"JobName\":\"export\",\"RunId\":\"jr_0\"}"))
        .hasMessageContaining("jr_0");
    assertThatThrownBy(() -> fixture.call("GetJobRun", "{}")).hasMessageContaining("JobName");
  }

  private String run(String behaviour) throws Exception {
    return fixture
        .call(
            "StartJobRun",
            "{\"JobName\":\"export\",\"Arguments\":{\"--behave\":\"" + behaviour + "\"}}")
        .path("JobRunId")
        .asText();
  }

  private ObjectNode stopRun(String id) throws Exception {
    return fixture.call(
        "BatchStopJobRun", "{\"JobName\":\"export\",\"JobRunIds\":[\"" + id + "\"]}");
  }

  private static boolean ended(JsonNode run) {
    return JobRunState.valueOf(run.path("JobRunState").asText()).ended();
  }
}
