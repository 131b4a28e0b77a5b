package dev.sluice.lambda.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceTest {

  @Test
  void shouldPlaceFeedsBelowItsBase() {
    HttpSource source =
        source("stations", "https://feeds.example/gbfs/en/", List.of("station_status"));

    assertThat(source.url("station_status"))
        .isEqualTo(URI.create("https://feeds.example/gbfs/en/station_status.json"));
    assertThat(source.prefix("station_status")).isEqualTo("raw/stations/station_status/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x/y",
        "https://",
        "https://key@x/y",
        "https://x/y?key=s3cr3t",
        "https://x/y#z",
        "https://x y",
        "x/y"
      })
  void shouldRefuseABaseThatIsNoneOrHoldsSecrets(String base) {
    assertThatThrownBy(() -> source("stations", base, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the base URL of source stations is not usable")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "_a", "A", "a-b", "1a"})
  void shouldRefuseNamesThatMakeNoFolderAndView(String name) {
    assertThatThrownBy(() -> source(name, "https://x/y", List.of("a")))
        .hasMessageStartingWith("source '" + name + "': expected a small letter");
    assertThatThrownBy(() -> source("a", "https://x/y", List.of(name)))
        .hasMessageStartingWith("feed '" + name + "': expected a small letter");
  }

  @Test
  void shouldRefuseNoFeedsAndTheSameTwice() {
    assertThatThrownBy(() -> source("a", "https://x/y", List.of()))
        .hasMessageContaining("has the feeds [], expected one or more, each once");
    assertThatThrownBy(() -> source("a", "https://x/y", List.of("b", "b")))
        .hasMessageContaining("has the feeds [b, b], expected one or more, each once");
  }

  @Test
  void shouldRefuseLimitsThatAllowNothing() {
    assertThatThrownBy(() -> new Limits(0, Duration.ofSeconds(1), Duration.ZERO))
        .hasMessageContaining("limits of 0 bytes");
    assertThatThrownBy(() -> new Limits(1, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HttpSource source(String name, String base, List<String> feeds) {
    Limits limits = new Limits(1, Duration.ofSeconds(1), Duration.ZERO);
    return new HttpSource(name, base, feeds, limits, Optional.empty());
  }
}
