package dev.sluice.demo.stations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The feeds of one operator with forty stations. The same seed and instant give the same bytes in
 * every JVM. Immutable.
 */
public final class StationFeeds {
  /** What clients begin with: where the other feeds are. */
  public static final String DISCOVERY = "gbfs";

  /** The stations themselves, which stay as they are. */
  public static final String INFORMATION = "station_information";

  /** Their bikes and docks, another snapshot each minute of the clock. */
  public static final String STATUS = "station_status";

  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration SNAPSHOT = Duration.ofMinutes(1);

  private final long seed;
  private final List<Station> stations;
  private final Feed information;

  /** The operator of this seed; another one has stations elsewhere, with other bikes. */
  public StationFeeds(long seed) {
    this.seed = seed;
    this.stations = Station.all(seed);
    this.information =
        Feed.of(
            BUILT, LONG, Map.of("stations", stations.stream().map(Station::information).toList()));
  }

  /** The path of a feed. */
  public static String path(String feed) {
    return "/" + feed + ".json";
  }

  /**
   * Where the feeds are.
   *
   * @param base what clients put before {@code /station_status.json}
   */
  public Feed discovery(URI base) {
    List<Map<String, Object>> feeds = List.of(feed(base, INFORMATION), feed(base, STATUS));
    return Feed.of(BUILT, LONG, Map.of("en", Map.of("feeds", feeds)));
  }

  /** The stations. */
  public Feed information() {
    return information;
  }

  /** What the stations have reported by then. */
  public Feed status(Instant now) {
    Instant updated = now.truncatedTo(ChronoUnit.MINUTES);
    long minute = Math.floorDiv(updated.getEpochSecond(), 60);
    return Feed.of(
        updated,
        SNAPSHOT,
        Map.of(
            "stations",
            stations.stream()
                .map(station -> Report.newest(seed, station, minute).status())
                .toList()));
  }

  private static Map<String, Object> feed(URI base, String name) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("name", name);
    feed.put("url", base + path(name));
    return feed;
  }
}
