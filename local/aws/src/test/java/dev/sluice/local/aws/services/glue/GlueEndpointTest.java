package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.endpoint.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.Table;

/** AWS's own client understands the answers, dates, lists and errors. */
class GlueEndpointTest {
  @TempDir Path state;
  private GlueFixture fixture;
  private Endpoint endpoint;
  private GlueClient glue;

  @BeforeEach
  void start() throws Exception {
    fixture = new GlueFixture(state);
    endpoint = new Endpoint(0);
    endpoint.serve(fixture.gate, fixture.glue.jsonServices(), List.of(), List.of());
    glue =
        GlueClient.builder()
            .endpointOverride(URI.create(endpoint.url()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
    fixture.job("export", 1);
  }

  @AfterEach
  void stop() {
    glue.close();
    endpoint.close();
    fixture.close();
  }

  @Test
  void shouldStartFollowAndStopRuns() {
    String id =
        glue.startJobRun(r -> r.jobName("export").arguments(Map.of("--behave", "hang"))).jobRunId();

    assertThatThrownBy(() -> glue.startJobRun(r -> r.jobName("export")))
        .isInstanceOf(ConcurrentRunsExceededException.class)
        .hasMessageContaining("Concurrent runs exceeded for export");
    glue.batchStopJobRun(r -> r.jobName("export").jobRunIds(id));

    JobRun run =
        until(
            () -> glue.getJobRun(r -> r.jobName("export").runId(id)).jobRun(),
            r -> r.jobRunState() == JobRunState.STOPPED);
    assertThat(run.startedOn())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(run.completedOn()).isAfterOrEqualTo(run.startedOn());
    assertThat(run.stateDetail()).startsWith("log: ");
    assertThat(glue.getJobRuns(r -> r.jobName("export")).jobRuns()).hasSize(1);
  }

  @Test
  void shouldReadAndUpdateJobs() {
    glue.updateJob(
        r ->
            r.jobName("export")
                .jobUpdate(
                    u ->
                        u.role("role")
                            .command(c -> c.name("glueetl").scriptLocation("s3://a/b.scala"))
                            .executionProperty(e -> e.maxConcurrentRuns(7))));

    assertThat(glue.getJob(r -> r.jobName("export")).job().executionProperty().maxConcurrentRuns())
        .isEqualTo(7);
    assertThat(glue.getJobsPaginator(r -> {}).jobs()).hasSize(1);
    assertThat(glue.listJobs(r -> {}).jobNames()).containsExactly("export");
    assertThatThrownBy(() -> glue.getJob(r -> r.jobName("nothing")))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void shouldCrawlIntoTheCatalog() throws Exception {
    MemoryObjects objects = new MemoryObjects();
    objects.add("curated/a/day=1/1.parquet");
    fixture.objects = objects;
    fixture.deploy("AWS::Glue::Database", "{\"DatabaseInput\":{\"Name\":\"db\"}}", true);
    fixture.deploy(
        "AWS::Glue::Crawler",
        "{\"Name\":\"c\",\"DatabaseName\":\"db\",\"Role\":\"r\","
            + "\"Targets\":{\"S3Targets\":[{\"Path\":\"s3://lake/curated\"}]}}",
        true);

    glue.startCrawler(r -> r.name("c"));

    LastCrawlInfo last =
        until(
                () -> glue.getCrawler(r -> r.name("c")).crawler(),
                c -> c.state() == CrawlerState.READY && c.lastCrawl() != null)
            .lastCrawl();
    assertThat(last.status()).isEqualTo(LastCrawlStatus.SUCCEEDED);
    assertThat(last.startTime()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    Table table = glue.getTables(r -> r.databaseName("db")).tableList().get(0);
    assertThat(table.name()).isEqualTo("a");
    assertThat(table.partitionKeys().get(0).name()).isEqualTo("day");
    assertThat(
            glue.getPartitions(r -> r.databaseName("db").tableName("a"))
                .partitions()
                .get(0)
                .values())
        .containsExactly("1");
    assertThat(glue.getDatabases(r -> {}).databaseList()).hasSize(1);
    assertThat(glue.getCrawlerMetrics(r -> r.crawlerNameList("c")).crawlerMetricsList().get(0))
        .satisfies(m -> assertThat(m.tablesCreated()).isEqualTo(1));
  }

  private static <T> T until(Supplier<T> look, Predicate<T> condition) {
    T last = null;
    for (int i = 0; i < 200; i++) {
      last = look.get();
      if (condition.test(last)) {
        return last;
      }
      Assertions.assertThatCode(() -> Thread.sleep(50)).doesNotThrowAnyException();
    }
    throw new AssertionError("it stayed " + last);
  }
}
