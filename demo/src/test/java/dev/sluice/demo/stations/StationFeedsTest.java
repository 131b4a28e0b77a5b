package dev.sluice.demo.stations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StationFeedsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StationFeeds feeds = new StationFeeds(1);

  @Test
  void shouldMakeTheSameBytesOnEveryMachine() {
    assertThat(new StationFeeds(1).status(NOON).body()).isEqualTo(feeds.status(NOON).body());
    assertThat(List.of(feeds.information().tag().text(), feeds.status(NOON).tag().text()))
        .as("a change of the feeds on purpose changes these tags too")
        .containsExactly(
            "\"8601b1a7b5ac07448dd020f4862da0dc\"", "\"4764da83038ca12c7d6c573c494bc476\"");
  }

  @Test
  void shouldHaveOtherStationsForAnotherSeed() {
    StationFeeds others = new StationFeeds(2);

    assertThat(others.information().tag()).isNotEqualTo(feeds.information().tag());
    assertThat(others.status(NOON).tag()).isNotEqualTo(feeds.status(NOON).tag());
  }

  @Test
  void shouldDescribeFortyStations() {
    List<Fields> stations = stations(feeds.information());

    assertThat(stations).hasSize(40);
    assertThat(stations.stream().map(s -> s.string("station_id"))).doesNotHaveDuplicates();
    assertThat(stations.stream().map(s -> s.string("name"))).doesNotHaveDuplicates();
    assertThat(stations)
        .allSatisfy(
            station -> {
              assertThat(degrees(station, "lat")).isBetween(-90.0, 90.0);
              assertThat(degrees(station, "lon")).isBetween(-180.0, 180.0);
              assertThat(station.number("capacity")).isPositive();
            });
  }

  @Test
  void shouldWrapTheDataAsGbfsWants() {
    Fields status = document(feeds.status(NOON.plusSeconds(59)));

    assertThat(status.number("last_updated")).isEqualTo(NOON.getEpochSecond());
    assertThat(status.number("ttl")).isEqualTo(60);
    assertThat(status.string("version")).isEqualTo("2.3");
    assertThat(document(feeds.information()).number("last_updated"))
        .isLessThanOrEqualTo(NOON.getEpochSecond());
  }

  @Test
  void shouldKeepASnapshotForAMinuteOfTheClock() {
    assertThat(feeds.status(NOON.plusSeconds(59)).tag()).isEqualTo(feeds.status(NOON).tag());
    assertThat(feeds.status(NOON.plusSeconds(60)).tag()).isNotEqualTo(feeds.status(NOON).tag());
  }

  @Test
  void shouldReportNoMoreThanAStationHolds() {
    Map<String, Long> capacity = new LinkedHashMap<>();
    stations(feeds.information())
        .forEach(s -> capacity.put(s.string("station_id"), s.number("capacity")));

    for (int hour = 0; hour < 24; hour++) {
      Instant now = NOON.plus(Duration.ofHours(hour));
      assertThat(stations(feeds.status(now)))
          .hasSize(40)
          .allSatisfy(
              station -> {
                long bikes = station.number("num_bikes_available");
                long docks = station.number("num_docks_available");
                long holds = capacity.get(station.string("station_id"));
                assertThat(bikes).isNotNegative();
                assertThat(docks).isNotNegative();
                assertThat(bikes + docks).isBetween(holds - 1, holds);
                assertThat(station.number("last_reported")).isLessThan(now.getEpochSecond());
              });
    }
  }

  @Test
  void shouldHaveEmptyAndFullStationsAtAnyTime() {
    for (int hour = 0; hour < 24; hour++) {
      List<Fields> stations = stations(feeds.status(NOON.plus(Duration.ofHours(hour))));

      assertThat(stations).anyMatch(s -> s.number("num_bikes_available") == 0);
      assertThat(stations).anyMatch(s -> s.number("num_docks_available") == 0);
      assertThat(stations).anyMatch(s -> s.number("num_bikes_available") > 0);
    }
  }

  @Test
  void shouldRepeatTheReportsOfStationsThatAreLate() {
    List<Fields> first = stations(feeds.status(NOON));
    List<Fields> second = stations(feeds.status(NOON.plusSeconds(60)));
    int repeated = 0;
    for (int i = 0; i < first.size(); i++) {
      if (second.get(i).number("last_reported") == first.get(i).number("last_reported")) {
        repeated++;
        assertThat(second.get(i).all()).isEqualTo(first.get(i).all());
      }
    }

    assertThat(repeated).isBetween(1, 20);
  }

  @Test
  void shouldCloseStationsNowAndThen() {
    List<Fields> day =
        IntStream.range(0, 24)
            .mapToObj(hour -> stations(feeds.status(NOON.plus(Duration.ofHours(hour)))))
            .flatMap(List::stream)
            .toList();

    assertThat(day.stream().filter(s -> !s.bool("is_renting", true)).count()).isBetween(10L, 120L);
    assertThat(day).allMatch(s -> s.bool("is_installed", false) && s.bool("is_returning", false));
  }

  @Test
  void shouldSayWhereTheFeedsAre() {
    Fields data = document(feeds.discovery(URI.create("http://localhost:80"))).object("data");

    assertThat(data.object("en").objects("feeds"))
        .extracting(feed -> feed.string("name") + " " + feed.string("url"))
        .containsExactly(
            "station_information http://localhost:80/station_information.json",
            "station_status http://localhost:80/station_status.json");
  }

  private static double degrees(Fields station, String name) {
    return Double.parseDouble(station.all().get(name).asNumber());
  }

  private static Fields document(Feed feed) {
    return Fields.of("the feed", Json.parse(feed.body()));
  }

  private static List<Fields> stations(Feed feed) {
    return document(feed).object("data").objects("stations");
  }
}
