package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadInput;
import dev.sluice.error.FeedInvalid;
import dev.sluice.lambda.load.FakeSource;
import dev.sluice.lambda.load.FeedLoads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadFeedsHandlerTest {
  private FakeSource source;
  private LoadFeedsHandler handler;

  @BeforeEach
  void start() throws IOException {
    byte[] feed =
        "{\"last_updated\":1769860800,\"data\":{\"stations\":[{}]}}"
            .getBytes(StandardCharsets.UTF_8);
    source =
        new FakeSource()
            .answers("station_information", FakeSource.body(feed))
            .answers("station_status", FakeSource.body(feed));
    handler = new LoadFeedsHandler(new FeedLoads(source).loader());
  }

  @AfterEach
  void stop() {
    source.close();
  }

  @Test
  void shouldTellWhatItLoaded() {
    assertThat(Handlers.invoke(handler, "{\"execution\":\"run-1\"}"))
        .contains("\"station_status\":{\"stored\":true,\"bytes\":52,")
        .endsWith("\"loaded\":2,\"unchanged\":0}");
    assertThat(Handlers.invoke(handler, "{\"execution\":\"run-2\"}"))
        .endsWith("\"loaded\":0,\"unchanged\":2}");
  }

  @Test
  void shouldFailWithWhatWasFound() {
    source.answers("station_status", FakeSource.status(404));

    assertThatThrownBy(() -> Handlers.invoke(handler, "{\"execution\":\"run-1\"}"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("HTTP status 404");
    assertThatThrownBy(() -> Handlers.invoke(handler, "{}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has no 'execution'");
  }
}
