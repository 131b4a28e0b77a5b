package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.stations.server.Faults;
import dev.sluice.demo.stations.server.StationsServer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.Lake;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A bike-share operator's API on its good and bad days, and an analyst who mends a SQL file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StationsTest {
  private static final String LOAD = "{\"only\": [\"load_stations\"]}";
  private static final String SNAPSHOTS = "raw/stations/station_status/";
  private static final String RIGHT = "COUNT(*) AS reports";
  // Long enough for the other gold table to be done when this one fails.
  private static final String WRONG =
      "COUNT(*) AS reports, RAISE_ERROR('out of order') AS wrong,"
          + " JAVA_METHOD('java.lang.Thread', 'sleep', 12000L) AS pause";

  private final StationsServer server = StationsServer.start(Instant.parse("2026-03-01T06:00:00Z"));
  private Path state;
  private Laptop laptop;
  private Pipeline stations;
  private Mails mails;
  private DescribeExecutionResponse broken;

  @BeforeAll
  void start(@TempDir Path directory) {
    state = directory.resolve("state");
    Workspace workspace =
        Workspace.in(directory.resolve("wrong")).editSql("stations_average", RIGHT, WRONG);
    start(workspace, "stations-wrong");
  }

  private void start(Workspace workspace, String name) {
    Path assembly =
        ChangedAssembly.copy(Assembly.of(workspace, name), name + "-here")
            .of("stations")
            .variable("load-stations", "BASE_URL", server.url().toString())
            .variable("load-stations", "PATIENCE_SECONDS", "5")
            .write();
    laptop = Laptop.start(assembly, state, "sluice-stations");
    stations = Pipeline.in(laptop, "stations");
    mails = new Mails(laptop.mailbox());
  }

  @AfterAll
  void stop() {
    laptop.close();
    server.close();
  }

  @Test
  @Order(1)
  void shouldTryAgainWhileTheApiIsBusy() throws Exception {
    server.failNext(2, Faults.unavailable(Duration.ofSeconds(1)));

    DescribeExecutionResponse loaded = stations.run(LOAD);

    assertThat(stations.outcome(loaded)).containsEntry("load_stations", "SUCCEEDED");
    assertThat(stations.count(loaded, "load_stations", "loaded")).isEqualTo(2);
    assertThat(server.requests()).hasSize(4);
    assertThat(snapshots()).containsExactly(SNAPSHOTS + loaded.name() + ".json");
  }

  @Test
  @Order(2)
  void shouldStoreAFeedThatHasNotChangedOnce() throws Exception {
    List<String> before = snapshots();

    DescribeExecutionResponse again = stations.run(LOAD);

    assertThat(stations.count(again, "load_stations", "unchanged")).isEqualTo(2);
    assertThat(snapshots()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void shouldReplaceNothingByAWrongAnswer() throws Exception {
    List<String> before = snapshots();
    server.advance(Duration.ofMinutes(1));
    refused(Faults.page().status(), "JSON", () -> server.failNext(2, Faults.page()));
    refused(200, "stations", () -> server.failNext(2, Faults.noStations()));
    URI elsewhere = URI.create("http://localhost:1/station_status.json");
    refused(302, "redirect", () -> server.failNext(2, Faults.redirect(elsewhere)));

    assertThat(snapshots()).isEqualTo(before);
  }

  private void refused(int status, String reason, Runnable fault) throws Exception {
    server.heal();
    fault.run();
    DescribeExecutionResponse failed = stations.run(LOAD);
    assertThat(failed.error()).as("after " + status).isEqualTo("dev.sluice.error.FeedInvalid");
    assertThat(failed.cause()).contains(reason);
    server.heal();
  }

  @Test
  @Order(4)
  void shouldMailThatTheApiIsDownAndGoOnWhenItIsBack() throws Exception {
    server.down();
    DescribeExecutionResponse failed = stations.run("{}");
    assertThat(failed.error()).isEqualTo("dev.sluice.error.FeedUnavailable");
    assertThat(mails.next(failed.name(), 0).body())
        .contains("load_stations", "Wait until stations answers again, then redrive");

    server.up();
    stations.redrive(failed.executionArn());
    broken = stations.await(failed.executionArn());

    assertThat(snapshots()).contains(SNAPSHOTS + failed.name() + ".json").hasSize(2);
    assertThat(broken.cause()).contains("out of order");
    assertThat(mails.next(failed.name(), 1).body()).contains("stations_average");
    assertThat(runs("stations_to_silver")).isEqualTo(1);
    assertThat(runs("stations_availability")).isEqualTo(1);
  }

  @Test
  @Order(5)
  void shouldRedriveTheFailedGoldTableOnly(@TempDir Path directory) throws Exception {
    laptop.close();
    start(
        Workspace.in(directory)
            .editSql("stations_average", RIGHT, RIGHT + ", MAX(num_bikes_available) AS most_bikes"),
        "stations-right");
    int entered = stations.statesEntered(broken.executionArn()).size();

    stations.redrive(broken.executionArn());
    DescribeExecutionResponse mended = stations.await(broken.executionArn());

    assertThat(stations.outcome(mended).values()).containsOnly("SUCCEEDED");
    List<String> states = stations.statesEntered(broken.executionArn());
    assertThat(states.subList(entered, states.size())).doesNotContain("stations_availability");
    assertThat(runs("stations_to_silver")).isEqualTo(1);
    assertThat(runs("stations_availability")).isEqualTo(1);
    assertThat(runs("stations_average")).isEqualTo(2);
  }

  @Test
  @Order(6)
  void shouldMakeTablesOfAllSnapshots(@TempDir Path directory) throws Exception {
    for (int minute = 0; minute < 3; minute++) {
      server.advance(Duration.ofMinutes(1));
      assertThat(stations.outcome(stations.run(LOAD)).values()).contains("SUCCEEDED");
    }
    succeeded(stations.run("{\"from\": \"stations_to_silver\"}"));

    try (Lake lake = lake(directory)) {
      String reports =
          """
          SELECT s.station_id, s.last_reported, s.num_bikes_available AS bikes
          FROM (SELECT UNNEST(data.stations) AS s FROM read_json(%s))
          """
              .formatted(lake.files("raw/stations/station_status", "json"));
      String silver = "read_parquet(" + lake.files("curated/stations_silver", "parquet") + ")";
      String average = "read_parquet(" + lake.files("curated/stations_average", "parquet") + ")";

      assertThat(
              lake.query(
                  "SELECT station_id, CAST(EPOCH(last_reported) AS BIGINT), num_bikes_available FROM "
                      + silver
                      + " ORDER BY ALL"))
          .hasSizeGreaterThan(100)
          .isEqualTo(lake.query("SELECT DISTINCT * FROM (" + reports + ") ORDER BY ALL"));
      assertThat(
              lake.query(
                  "SELECT station_id, reports, mean_bikes FROM " + average + " ORDER BY ALL"))
          .isEqualTo(
              lake.query(
                  "SELECT station_id, COUNT(*) AS reports, ROUND(AVG(bikes), 4) FROM (SELECT DISTINCT"
                      + " * FROM ("
                      + reports
                      + ")) GROUP BY station_id, last_reported // 3600 ORDER BY ALL"));
    }
  }

  @Test
  @Order(7)
  void shouldRunTheGoldTablesAloneAfterASqlFileWasEdited(@TempDir Path directory) throws Exception {
    List<String> before = snapshots();
    DescribeExecutionResponse gold =
        stations.run(
            """
            {"load_stations": false, "stations_to_silver": false,
             "stations_average": true, "stations_availability": true}""");

    assertThat(stations.outcome(gold))
        .isEqualTo(
            Map.of(
                "load_stations", "SKIPPED",
                "stations_to_silver", "SKIPPED",
                "stations_average", "SUCCEEDED",
                "stations_availability", "SUCCEEDED"));
    assertThat(snapshots()).isEqualTo(before);
    try (Lake lake = lake(directory)) {
      assertThat(
              lake.query(
                  "SELECT MAX(most_bikes) > 0 FROM read_parquet("
                      + lake.files("curated/stations_average", "parquet")
                      + ")"))
          .containsExactly(List.of("true"));
    }
  }

  @ParameterizedTest
  @Order(8)
  @CsvSource(
      delimiter = '|',
      value = {
        "{'load_stations': false, 'stations_average': false} | no step is true",
        "{'stations_average': true, 'guard': true}           | unknown key \"guard\"",
        "{'stations_average': 1}                             | must be true or false, found number 1",
        "{'stations_average': true, 'only': ['stations_average']} | more than one selector",
      })
  void shouldRefuseAShortFormThatNamesNothingToRun(String input, String mistake) throws Exception {
    DescribeExecutionResponse refused = stations.run(input.replace('\'', '"'));

    assertThat(refused.error()).isEqualTo("InvalidInput");
    assertThat(refused.cause()).contains("Nothing ran: ", mistake, "Valid steps: load_stations, ");
  }

  private void succeeded(DescribeExecutionResponse execution) {
    assertThat(stations.outcome(execution).values()).doesNotContain("FAILED");
  }

  private List<String> snapshots() {
    return stations.keys("lake").stream()
        .filter(key -> key.startsWith(SNAPSHOTS) && !key.startsWith(SNAPSHOTS + "_"))
        .toList();
  }

  private int runs(String step) {
    try (GlueClient glue = laptop.glue()) {
      return glue.getJobRuns(r -> r.jobName("sluice-stations-" + step)).jobRuns().size();
    }
  }

  private Lake lake(Path directory) {
    try (S3Client s3 = laptop.s3()) {
      return Lake.copy(s3, stations.bucket("lake"), directory);
    }
  }
}
