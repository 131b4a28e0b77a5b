package dev.sluice.demo.stations.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.demo.http.Request;
import dev.sluice.demo.stations.StationFeeds;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StationsServerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  private final StationsServer server = StationsServer.start(NOON);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldServeTheFeedsOfItsClock() throws Exception {
    StationFeeds feeds = new StationFeeds(1);

    HttpResponse<String> first = get("/station_status.json");
    server.advance(Duration.ofMinutes(1));
    HttpResponse<String> second = get("/station_status.json");

    assertThat(etag(first)).isEqualTo(feeds.status(NOON).tag().text());
    assertThat(etag(second)).isEqualTo(feeds.status(NOON.plusSeconds(60)).tag().text());
    assertThat(first.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(get("/gbfs.json").body()).contains(server.url() + "/station_status.json");
  }

  @Test
  void shouldAnswerAFeedThatTheClientHasWithoutABody() throws Exception {
    String tag = etag(get("/station_information.json"));

    HttpResponse<String> again = get("/station_information.json", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void shouldDemandTheKey() throws Exception {
    server.demand("hidden");

    assertThat(get("/gbfs.json").statusCode()).isEqualTo(401);
    assertThat(get("/gbfs.json", "x-api-key", "guess").statusCode()).isEqualTo(403);
    assertThat(get("/gbfs.json", "x-api-key", "hidden").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldFailSoManyTimesInOrder() throws Exception {
    server.failNext(2, Faults.unavailable(Duration.ofSeconds(3)));
    server.failNext(1, Faults.tooManyRequests(Duration.ofSeconds(1)));

    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      statuses.add(get("/gbfs.json").statusCode());
    }

    assertThat(statuses).containsExactly(503, 503, 429, 200);
  }

  @Test
  void shouldSayWhenToComeBack() throws Exception {
    server.failNext(1, Faults.unavailable(Duration.ofSeconds(3)));

    assertThat(get("/gbfs.json").headers().firstValue("retry-after")).hasValue("3");
  }

  @Test
  void shouldFailUntilItIsHealed() throws Exception {
    server.failAlways(Faults.page());
    server.failNext(1, Faults.noStations());

    assertThat(get("/station_status.json").body()).endsWith("\"data\":{\"stations\":[]}}");
    assertThat(get("/station_status.json").body()).startsWith("<html>");
    assertThat(get("/station_status.json").body()).startsWith("<html>");
    server.heal();
    assertThat(get("/station_status.json").body()).startsWith("{\"last_updated\":");
  }

  @Test
  void shouldSendElsewhereOrTooMuch() throws Exception {
    server.failNext(1, Faults.redirect(URI.create("https://example.org/gbfs.json")));
    server.failNext(1, Faults.huge(10_000_000));
    server.failNext(1, Faults.json("[1]"));

    HttpResponse<String> redirect = get("/gbfs.json");
    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.headers().firstValue("location")).hasValue("https://example.org/gbfs.json");
    assertThat(get("/gbfs.json").body()).hasSize(10_000_000).startsWith("{ ").endsWith(" }");
    assertThat(get("/gbfs.json").body()).isEqualTo("[1]");
  }

  @Test
  void shouldComeBackWhereItWas() throws Exception {
    URI before = server.url();

    server.down();
    server.down();
    assertThatThrownBy(() -> get("/gbfs.json")).isInstanceOf(ConnectException.class);
    server.up();
    server.up();

    assertThat(server.url()).isEqualTo(before);
    assertThat(get("/gbfs.json").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRememberWhatItWasAsked() throws Exception {
    server.failNext(1, Faults.unavailable(Duration.ZERO));
    get("/gbfs.json?language=en", "x-api-key", "hidden");
    get("/nothing");

    assertThat(server.requests())
        .extracting(Request::path)
        .containsExactly("/gbfs.json", "/nothing");
    assertThat(server.requests().get(0).header("X-API-Key")).hasValue("hidden");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String etag(HttpResponse<String> response) {
    return response.headers().firstValue("etag").orElseThrow();
  }
}
