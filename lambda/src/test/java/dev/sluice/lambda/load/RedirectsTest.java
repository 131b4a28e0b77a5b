package dev.sluice.lambda.load;

import static dev.sluice.lambda.load.FakeSource.body;
import static dev.sluice.lambda.load.FakeSource.status;
import static dev.sluice.lambda.load.FeedLoads.INFORMATION;
import static dev.sluice.lambda.load.FeedLoads.STATUS;
import static dev.sluice.lambda.load.FeedLoads.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final byte[] FEED = feed(1_769_860_800);

  private FakeSource source;
  private FeedLoads loads;

  @BeforeEach
  void start() throws IOException {
    source = new FakeSource().answers(INFORMATION, body(FEED)).answers("moved", body(FEED));
    loads = new FeedLoads(source).withSecret("{\"x-api-key\":\"s3cr3t\"}");
  }

  @AfterEach
  void stop() {
    source.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void shouldFollowOnTheSameHostWithTheHeaders(int status) {
    source.answers(STATUS, status(status, "Location", "moved.json?x=1"));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(source.lastHeader("x-api-key")).isEqualTo("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/steal?token=t0ken",
        "http://localhost:%d/steal",
        "https://127.0.0.1:%d/steal",
        "//169.254.169.254/steal"
      })
  void shouldNotFollowElsewhere(String target) {
    source.answers(STATUS, status(302, "Location", target.formatted(source.port())));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("station_status.json: found a redirect to another host, http")
        .hasMessageContaining("/steal, expected the feed")
        .message()
        .doesNotContain("t0ken");
    assertThat(source.paths()).noneMatch(path -> path.contains("steal"));
  }

  @Test
  void shouldNotFollowWhatLeadsNowhere() {
    source.answers(STATUS, status(302));
    assertThatThrownBy(() -> loads.load("run-1"))
        .hasMessageContaining("a redirect that does not say where to");
    source.answers(STATUS, status(302, "Location", "mailto:somebody"));
    assertThatThrownBy(() -> loads.load("run-1"))
        .hasMessageContaining("a redirect to something that is no URL");
    source.answers(STATUS, status(302, "Location", "http://[broken"));
    assertThatThrownBy(() -> loads.load("run-1"))
        .hasMessageContaining("a redirect to something that is no URL");
  }

  @Test
  void shouldNotFollowForEver() {
    source.answers(STATUS, status(302, "Location", "station_status.json"));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("more than 3 redirects");
    assertThat(source.paths()).hasSize(1 + 4);
  }
}
