package dev.sluice.lambda.load;

import static dev.sluice.lambda.load.FakeSource.body;
import static dev.sluice.lambda.load.FakeSource.status;
import static dev.sluice.lambda.load.FeedLoads.INFORMATION;
import static dev.sluice.lambda.load.FeedLoads.STATUS;
import static dev.sluice.lambda.load.FeedLoads.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadInput;
import dev.sluice.error.FeedInvalid;
import dev.sluice.lambda.Crashing;
import dev.sluice.lambda.json.Json;
import dev.sluice.lambda.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLoaderTest {
  private static final byte[] STATIONS = feed(1_769_860_000);
  private static final byte[] MORNING = feed(1_769_860_800);
  private static final byte[] NOON = feed(1_769_864_400);

  private FakeSource source;
  private FeedLoads loads;

  @BeforeEach
  void start() throws Exception {
    source = new FakeSource().answers(INFORMATION, body(STATIONS)).answers(STATUS, body(MORNING));
    loads = new FeedLoads(source);
  }

  @AfterEach
  void stop() {
    source.close();
  }

  @Test
  void shouldStoreEachFeedAsItCameUnderTheExecutionsName() {
    source.answers(STATUS, body(MORNING, "ETag", "W/\"7\""));

    String report = Json.text(loads.load("run-1").toJson());

    assertThat(report)
        .isEqualTo(
            "{\"feeds\":{\"station_information\":{\"stored\":true,\"bytes\":%d,\"lastUpdated\":\"2026-01-31T11:46:40Z\"},\"station_status\":{\"stored\":true,\"bytes\":%d,\"lastUpdated\":\"2026-01-31T12:00:00Z\"}},\"loaded\":2,\"unchanged\":0}"
                .formatted(STATIONS.length, MORNING.length));
    assertThat(loads.object("raw/stations/station_status/run-1.json")).isEqualTo(text(MORNING));
    assertThat(loads.store.metadata("lake", "raw/stations/station_status/run-1.json"))
        .isEqualTo(Map.of("etag", "W/\"7\"", "last_updated", "2026-01-31T12:00:00Z"));
    assertThat(loads.object("raw/stations/station_status/_latest.json"))
        .isEqualTo(
            "{\"etag\":\"W/\\\"7\\\"\",\"lastUpdated\":\"2026-01-31T12:00:00Z\",\"key\":\"raw/stations/station_status/run-1.json\"}");
    assertThat(loads.object("raw/stations/station_information/run-1.json"))
        .isEqualTo(text(STATIONS));
    assertThat(source.paths())
        .containsExactly("/gbfs/station_information.json", "/gbfs/station_status.json");
  }

  @Test
  void shouldStoreNothingWhereTheServerKnowsTheTag() {
    source.answers(
        STATUS, body(MORNING, "ETag", "\"7\""), status(304), body(NOON, "ETag", "\"8\""));
    loads.load("run-1");

    LoadReport unchanged = loads.load("run-2");
    assertThat(source.lastHeader("If-None-Match")).isEqualTo("\"7\"");
    LoadReport changed = loads.load("run-3");

    assertThat(unchanged.unchanged()).isEqualTo(2);
    assertThat(Json.text(unchanged.toJson()))
        .contains("\"station_status\":{\"stored\":false,\"bytes\":" + MORNING.length + ",");
    assertThat(changed.loaded()).isEqualTo(1);
    assertThat(loads.store.names())
        .containsExactly(
            "lake/raw/stations/station_information/_latest.json",
            "lake/raw/stations/station_information/run-1.json",
            "lake/raw/stations/station_status/_latest.json",
            "lake/raw/stations/station_status/run-1.json",
            "lake/raw/stations/station_status/run-3.json");
  }

  @Test
  void shouldStoreNothingWhereAServerWithoutTagsSaysTheSame() {
    byte[] sameMoment = feed(1_769_860_800, "{\"station_id\":\"other\"}");
    source.answers(STATUS, body(MORNING), body(MORNING), body(sameMoment));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(loads.load("run-2").loaded()).isZero();
    assertThat(loads.load("run-3").loaded()).isEqualTo(1);
    assertThat(source.lastHeader("If-None-Match")).isNull();
  }

  @Test
  void shouldWriteTheSameKeyAgainWhenTheExecutionIsRedriven() {
    source.answers(STATUS, body(MORNING), body(NOON));

    loads.load("run-1");
    loads.load("run-1");

    assertThat(loads.object("raw/stations/station_status/run-1.json")).isEqualTo(text(NOON));
    assertThat(loads.store.names()).hasSize(4);
  }

  @Test
  void shouldReplaceNothingWhereAnyFeedIsWrong() {
    source.answers(STATUS, body(bytes("{\"error\":\"overloaded\"}")));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessage(
            source.base()
                + "/station_status.json: found no last_updated, expected a feed in the GBFS format");
    assertThat(loads.store.names()).isEmpty();
  }

  @Test
  void shouldComeToTheSameEndWhereverAnEarlierAttemptWasCutOff() {
    int cuts = 0;
    for (int call = 1; ; call++) {
      FeedLoads again = new FeedLoads(source);
      Crashing crash = new Crashing(call, call % 2 == 0);
      try {
        again.load("run-1", crash.around(ObjectStore.class, again.store));
      } catch (Crashing.PowerCut cut) {
        cuts++;
      }
      if (!crash.happened()) {
        break;
      }

      again.load("run-1");

      assertThat(again.store.names()).as("after a cut at call %d", call).hasSize(4);
      assertThat(again.object("raw/stations/station_status/_latest.json"))
          .contains("raw/stations/station_status/run-1.json");
    }
    assertThat(cuts).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{\"key\":\"raw/stations/station_status/gone.json\",\"lastUpdated\":\"2026-01-31T12:00:00Z\",\"etag\":\"x\"}",
        "{\"key\":\"raw/other/run-0.json\",\"lastUpdated\":\"2026-01-31T12:00:00Z\",\"etag\":\"x\"}"
      })
  void shouldTrustNoNoteThatLeadsToNoSnapshot(String note) {
    loads.store.upload("lake", "raw/other/run-0.json", MORNING);
    loads.store.upload("lake", "raw/stations/station_status/_latest.json", bytes(note));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(source.lastHeader("If-None-Match")).isNull();
  }

  @Test
  void shouldKeepNoTagThatCouldNotBeSentBack() {
    source.answers(STATUS, body(MORNING, "ETag", "x".repeat(300)));

    loads.load("run-1");

    assertThat(loads.object("raw/stations/station_status/_latest.json"))
        .startsWith("{\"etag\":null,");
  }

  @Test
  void shouldRefuseAnAnswerOfNotModifiedThatNothingAskedFor() {
    source.answers(STATUS, status(304));

    assertThatThrownBy(() -> loads.load("run-1")).hasMessageContaining("found HTTP status 304");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_latest", ".hidden", "a/b", "arn:aws:states", "", " "})
  void shouldRefuseAnExecutionWhoseNameHidesItsSnapshots(String name) {
    assertThatThrownBy(() -> loads.load(name))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("the execution is called '" + name + "'");
    assertThat(source.paths()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
