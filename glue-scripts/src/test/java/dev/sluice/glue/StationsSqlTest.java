package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From snapshots of two feeds to the tables that are read. */
class StationsSqlTest {
  /** 2026-01-31T12:00:00Z in seconds since 1970. */
  private static final long NOON = 1_769_860_800;

  @TempDir Path directory;
  private GlueRun run;

  @BeforeEach
  void freshLake() throws IOException {
    run = new GlueRun(directory);
    information(
        "run-1",
        NOON,
        "{\"station_id\":\"a\",\"name\":\"Old Market\",\"lat\":52.5,\"lon\":13.4,\"capacity\":10}");
  }

  @Test
  void shouldTypeEachReportAndAddWhatIsKnownOfTheStation() throws Throwable {
    status(
        "run-1",
        NOON + 60,
        """
        {"station_id":"a","last_reported":%d,"num_bikes_available":3,"num_docks_available":7,
         "is_installed":true,"is_renting":true,"is_returning":false}
        """
            .formatted(NOON + 59));

    run.step("stations_to_silver");

    assertThat(silverTypes())
        .isEqualTo(
            "station_id string, last_reported timestamp, name string, lat double, lon double,"
                + " capacity int, num_bikes_available int, num_docks_available int,"
                + " is_installed boolean, is_renting boolean, is_returning boolean,"
                + " snapshot_at timestamp");
    assertThat(silver())
        .containsExactly(
            "[a,2026-01-31 12:00:59.0,Old Market,52.5,13.4,10,3,7,true,true,false,2026-01-31 12:01:00.0]");
  }

  @Test
  void shouldCountARepeatedReportOnceAsTheLatestSnapshotHasIt() throws Throwable {
    status("run-3", NOON + 180, report("a", NOON, 3), report("b", NOON + 170, 1));
    status("run-1", NOON + 60, report("a", NOON, 1), report("a", NOON - 60, 9));
    status("run-2", NOON + 120, report("a", NOON, 2), report("a", NOON, 2));

    run.step("stations_to_silver");

    assertThat(bikes())
        .containsExactly(
            "[a,2026-01-31 11:59:00.0,9]",
            "[a,2026-01-31 12:00:00.0,3]",
            "[b,2026-01-31 12:02:50.0,1]");
  }

  @Test
  void shouldComeToTheSameEndWhereSnapshotsOfOneMomentDiffer() throws Throwable {
    status("run-1", NOON, report("a", NOON, 4));
    status("run-2", NOON, report("a", NOON, 8));

    run.step("stations_to_silver");

    assertThat(bikes()).containsExactly("[a,2026-01-31 12:00:00.0,8]");
  }

  @Test
  void shouldTakeTheNewestDescriptionAndMissNoStationWithoutOne() throws Throwable {
    information(
        "run-2", NOON + 60, "{\"station_id\":\"a\",\"name\":\"New Market\",\"capacity\":12}");
    information("run-0", NOON - 60, "{\"station_id\":\"a\",\"name\":\"Oldest\",\"lat\":1}");
    status("run-1", NOON, report("a", NOON, 1), report("ghost", NOON, 2));

    run.step("stations_to_silver");

    assertThat(rows("station_id", "name", "lat", "capacity"))
        .containsExactly("[a,New Market,null,12]", "[ghost,null,null,null]");
  }

  @Test
  void shouldLeaveOutReportsWithoutAStationOrATime() throws Throwable {
    status(
        "run-1",
        NOON,
        "{\"station_id\":null,\"last_reported\":%d}".formatted(NOON),
        "{\"station_id\":\"a\",\"last_reported\":null}",
        "{\"station_id\":\"b\"}",
        "{\"station_id\":\"c\",\"last_reported\":\"never\"}",
        report("d", NOON, 5));

    run.step("stations_to_silver");

    assertThat(bikes()).containsExactly("[d,2026-01-31 12:00:00.0,5]");
  }

  @Test
  void shouldOutliveFieldsThatAreMissingOrOfAnotherType() throws Throwable {
    status(
        "run-1",
        NOON,
        "{\"station_id\":1,\"last_reported\":\"%d\",\"num_bikes_available\":\"4\",\"is_renting\":1}"
            .formatted(NOON),
        "{\"station_id\":\"2\",\"last_reported\":%d.0,\"num_bikes_available\":\"many\",\"is_renting\":0}"
            .formatted(NOON));

    run.step("stations_to_silver");
    run.step("stations_average");
    run.step("stations_availability");

    assertThat(
            rows("station_id", "num_bikes_available", "num_docks_available", "is_renting", "name"))
        .containsExactly("[1,4,null,true,null]", "[2,null,null,false,null]");
    assertThat(table("stations_average", "station_id"))
        .containsExactly(
            "[1,null,2026-01-31 12:00:00.0,4.0,null,1]",
            "[2,null,2026-01-31 12:00:00.0,null,null,1]");
    assertThat(table("stations_availability", "minute"))
        .containsExactly("[2026-01-31 12:00:00.0,2,1.0,null]");
  }

  @Test
  void shouldReadTheFormatsThirdVersionBesideTheSecond() throws Throwable {
    information(
        "run-2",
        NOON + 60,
        "{\"station_id\":\"a\",\"name\":[{\"text\":\"Markt\",\"language\":\"de\"},{\"text\":\"Market\",\"language\":\"en\"}]}");
    status("run-1", NOON, report("a", NOON, 1));
    run.given(
        "raw/stations/station_status/run-2.json",
        "{\"last_updated\":\"2026-01-31T13:01:00+01:00\",\"data\":{\"stations\":[{\"station_id\":\"a\",\"last_reported\":\"2026-01-31T12:00:30Z\",\"num_vehicles_available\":6}]}}");

    run.step("stations_to_silver");

    assertThat(rows("last_reported", "name", "num_bikes_available", "snapshot_at"))
        .containsExactly(
            "[2026-01-31 12:00:00.0,Markt,1,2026-01-31 12:00:00.0]",
            "[2026-01-31 12:00:30.0,Markt,6,2026-01-31 12:01:00.0]");
  }

  @Test
  void shouldAverageByStationAndHour() throws Throwable {
    status(
        "run-1",
        NOON,
        full("a", NOON, 1, 9, true),
        full("a", NOON + 1_200, 2, 8, true),
        full("a", NOON + 3_599, 2, 6, false),
        full("a", NOON + 3_600, 0, 10, true),
        full("b", NOON, 5, 5, true));

    run.step("stations_to_silver");
    run.step("stations_average");

    assertThat(run.parquet("curated/stations_average").columns())
        .containsExactly("station_id", "name", "hour", "mean_bikes", "mean_docks", "reports");
    assertThat(table("stations_average", "station_id", "hour"))
        .containsExactly(
            "[a,Old Market,2026-01-31 12:00:00.0,1.6667,7.6667,3]",
            "[a,Old Market,2026-01-31 13:00:00.0,0.0,10.0,1]",
            "[b,null,2026-01-31 12:00:00.0,5.0,5.0,1]");
  }

  @Test
  void shouldShareByMinuteAmongTheStationsInService() throws Throwable {
    status(
        "run-1",
        NOON,
        // Only its latest report of the minute counts, whatever it said before.
        full("a", NOON, 9, 9, true),
        full("a", NOON + 50, 0, 1, true),
        full("b", NOON + 10, 2, 0, true),
        full("c", NOON + 20, 3, 0, true),
        full("out", NOON + 30, 7, 7, false),
        full("out", NOON + 90, 7, 7, false));

    run.step("stations_to_silver");
    run.step("stations_availability");

    assertThat(run.parquet("curated/stations_availability").columns())
        .containsExactly("minute", "stations", "share_with_bike", "share_with_dock");
    assertThat(table("stations_availability", "minute"))
        .containsExactly(
            "[2026-01-31 12:00:00.0,4,0.6667,0.3333]", "[2026-01-31 12:01:00.0,1,null,null]");
  }

  @Test
  void shouldSayThatTheFeedsWereNotLoadedYet() {
    assertThatThrownBy(() -> run.step("stations_to_silver"))
        .hasMessageContaining("/raw/stations/station_status/; step load_stations makes it");
    assertThatThrownBy(() -> run.step("stations_average"))
        .hasMessageContaining("/curated/stations_silver/; step stations_to_silver makes it");
  }

  private void status(String execution, long at, String... reports) throws IOException {
    feed("station_status", execution, at, reports);
  }

  private void information(String execution, long at, String... stations) throws IOException {
    feed("station_information", execution, at, stations);
  }

  private void feed(String feed, String execution, long at, String... items) throws IOException {
    run.given(
            "raw/stations/%s/%s.json".formatted(feed, execution),
            "{\"last_updated\":%d,\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[%s]}}"
                .formatted(at, String.join(",", items)))
        .given(
            "raw/stations/%s/_latest.json".formatted(feed),
            "{\"etag\":null,\"lastUpdated\":\"2026-01-31T12:00:00Z\",\"key\":\"x\"}");
  }

  private static String report(String station, long at, int bikes) {
    return "{\"station_id\":\"%s\",\"last_reported\":%d,\"num_bikes_available\":%d}"
        .formatted(station, at, bikes);
  }

  private static String full(String station, long at, int bikes, int docks, boolean inService) {
    return "{\"station_id\":\"%s\",\"last_reported\":%d,\"num_bikes_available\":%d,\"num_docks_available\":%d,\"is_renting\":%b,\"is_returning\":%b}"
        .formatted(station, at, bikes, docks, inService, inService);
  }

  private String silverTypes() {
    return Arrays.stream(run.parquet("curated/stations_silver").schema().fields())
        .map((StructField field) -> field.name() + " " + field.dataType().catalogString())
        .collect(Collectors.joining(", "));
  }

  private List<String> silver() {
    return table("stations_silver", "station_id", "last_reported");
  }

  private List<String> bikes() {
    return rows("station_id", "last_reported", "num_bikes_available");
  }

  private List<String> rows(String first, String... columns) {
    return run
        .parquet("curated/stations_silver")
        .orderBy("station_id", "last_reported")
        .select(first, columns)
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private List<String> table(String name, String order, String... more) {
    return run.parquet("curated/" + name).orderBy(order, more).collectAsList().stream()
        .map(Row::toString)
        .toList();
  }
}
