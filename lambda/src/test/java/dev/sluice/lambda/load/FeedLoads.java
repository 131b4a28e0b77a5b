package dev.sluice.lambda.load;

import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.store.ObjectStore;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads of the feeds information and status into a lake in memory; time passes by pauses only. */
public final class FeedLoads {
  static final String INFORMATION = "station_information";
  static final String STATUS = "station_status";
  static final String NOW = "2026-01-31T12:00:00Z";

  final InMemoryStore store = new InMemoryStore();
  final List<Duration> pauses = new ArrayList<>();
  private final FakeSource source;
  private Limits limits = new Limits(2_000, Duration.ofSeconds(5), Duration.ofSeconds(60));
  private String secret;
  private Instant now = Instant.parse(NOW);

  public FeedLoads(FakeSource source) {
    this.source = source;
  }

  FeedLoads within(int bytes, Duration request) {
    limits = new Limits(bytes, request, limits.patience());
    return this;
  }

  FeedLoads withSecret(String text) {
    secret = text;
    return this;
  }

  /** A feed with these stations, as JSON. */
  static byte[] feed(long lastUpdated, String stations) {
    return "{\"last_updated\":%d,\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[%s]}}"
        .formatted(lastUpdated, stations)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] feed(long lastUpdated) {
    return feed(lastUpdated, "{\"station_id\":\"a\"}");
  }

  LoadReport load(String execution) {
    return loader().load(execution);
  }

  LoadReport load(String execution, ObjectStore into) {
    return loader(into).load(execution);
  }

  public FeedLoader loader() {
    return loader(store);
  }

  private FeedLoader loader(ObjectStore into) {
    FeedLoading loading = new FeedLoading(clock(), InetAddress::getAllByName, this::pause);
    return loading.loader(
        new HttpSource(
            "stations",
            source.base(),
            List.of(INFORMATION, STATUS),
            limits,
            Optional.ofNullable(secret).map(text -> "arn:keys")),
        into,
        "lake",
        arn -> secret,
        true);
  }

  String object(String key) {
    return store.content("lake", key).map(b -> new String(b, StandardCharsets.UTF_8)).orElse(null);
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    now = now.plus(duration);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
