package dev.sluice.demo.stations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.http.Answer;
import dev.sluice.demo.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationsApiTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final StationFeeds feeds = new StationFeeds(1);
  private final StationsApi api = new StationsApi(feeds, () -> NOW);

  @Test
  void shouldServeTheFeeds() {
    assertThat(get("/station_information.json").body()).isEqualTo(feeds.information().body());
    assertThat(get("/station_status.json").body()).isEqualTo(feeds.status(NOW).body());
    assertThat(get("/gbfs.json").text()).contains("http://localhost/station_status.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gbfs.json", "/station_information.json", "/station_status.json"})
  void shouldSendNothingTwice(String path) {
    Answer first = get(path);
    Answer second = answer("GET", path, Map.of("If-None-Match", first.headers().get("etag")));

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(second.headers()).containsEntry("etag", first.headers().get("etag"));
  }

  @Test
  void shouldSendWhatTheClientHasInAnotherState() {
    String older = feeds.status(NOW.minusSeconds(60)).tag().text();

    Answer answer = answer("GET", "/station_status.json", Map.of("If-None-Match", older));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("etag")).isNotEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/gbfs", "/system_alerts.json", "/gbfs.json/", "/../gbfs.json"})
  void shouldSayWhereToBeginInPlaceOfAnUnknownFeed(String path) {
    Answer answer = get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text())
        .isEqualTo("{\"message\":\"There is no " + path + "; begin with /gbfs.json.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "get"})
  void shouldOnlyLetRead(String method) {
    Answer answer = answer(method, "/gbfs.json", Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", "GET");
  }

  private Answer get(String path) {
    return answer("GET", path, Map.of());
  }

  private Answer answer(String method, String path, Map<String, String> headers) {
    return api.answer(new Request(method, URI.create("http://localhost"), path, headers));
  }
}
