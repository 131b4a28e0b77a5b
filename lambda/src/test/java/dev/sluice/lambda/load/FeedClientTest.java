package dev.sluice.lambda.load;

import static dev.sluice.lambda.load.FakeSource.body;
import static dev.sluice.lambda.load.FakeSource.hangUp;
import static dev.sluice.lambda.load.FakeSource.status;
import static dev.sluice.lambda.load.FeedLoads.INFORMATION;
import static dev.sluice.lambda.load.FeedLoads.STATUS;
import static dev.sluice.lambda.load.FeedLoads.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.FeedInvalid;
import dev.sluice.error.FeedUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedClientTest {
  private static final byte[] FEED = feed(1_769_860_800);

  private FakeSource source;
  private FeedLoads loads;

  @BeforeEach
  void start() throws IOException {
    source = new FakeSource().answers(INFORMATION, body(FEED)).answers(STATUS, body(FEED));
    loads = new FeedLoads(source);
  }

  @AfterEach
  void stop() {
    source.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 599})
  void shouldTryAgainWhatMayPass(int status) {
    source.answers(STATUS, status(status), status(status), body(FEED));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(loads.pauses).hasSize(2);
    assertThat(loads.pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(loads.pauses.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldTryAgainWhereTheConnectionBreaks() {
    // The JDK's client itself asks once more where a connection ends without an answer.
    source.answers(STATUS, hangUp(), hangUp(), body(FEED));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(loads.pauses).hasSize(1);
  }

  @Test
  void shouldTryAgainWhereABodyEndsEarly() {
    source.answers(
        STATUS,
        exchange -> {
          exchange.sendResponseHeaders(200, FEED.length + 1);
          exchange.getResponseBody().write(FEED);
          exchange.getResponseBody().flush();
        },
        body(FEED));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(loads.pauses).hasSize(1);
  }

  @Test
  void shouldWaitAsLongAsTheServerAsks() {
    source.answers(
        STATUS,
        status(503, "Retry-After", "7"),
        status(429, "Retry-After", "Sat, 31 Jan 2026 12:00:20 GMT"),
        body(FEED));

    loads.load("run-1");

    assertThat(loads.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(13));
  }

  @Test
  void shouldGiveUpAtOnceWhereTheServerAsksForMoreThanIsLeft() {
    source.answers(STATUS, status(503, "Retry-After", "40"));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedUnavailable.class)
        .hasMessage(
            source.base()
                + "/station_status.json: HTTP status 503; it asks to wait 40 s, but of 60 s of patience 20 s are left; redrive when it answers again");
    assertThat(loads.pauses).containsExactly(Duration.ofSeconds(40));
    assertThat(loads.store.names()).isEmpty();
  }

  @Test
  void shouldGiveUpWhenPatienceEnds() {
    source.answers(INFORMATION, status(503));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedUnavailable.class)
        .hasMessageContaining("HTTP status 503; ")
        .hasMessageContaining(" attempts in 60 s; redrive");
    assertThat(loads.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(source.paths()).doesNotContain("/gbfs/station_status.json");
  }

  @Test
  void shouldGiveUpOnAServerThatIsDown() {
    source.close();

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedUnavailable.class)
        .hasMessageContaining("no answer (ConnectException: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 204, 206, 300})
  void shouldNotAskAgainWhereTheAnswerIsFinal(int status) {
    source.answers(STATUS, status(status));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("station_status.json: found HTTP status " + status)
        .hasMessageContaining("look at the base URL");
    assertThat(loads.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void shouldPointToTheSecretWhereAKeyIsRefused(int status) {
    source.answers(STATUS, status(status));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("HTTP status " + status)
        .hasMessageContaining("put it into a secret of headers");
    loads.withSecret("{\"x-api-key\":\"s3cr3t\"}");
    assertThatThrownBy(() -> loads.load("run-1"))
        .hasMessageContaining("the key in secret arn:keys may be wrong")
        .message()
        .doesNotContain("s3cr3t");
  }

  @Test
  void shouldSendTheSecretsHeaders() {
    loads.withSecret("{\"x-api-key\":\"s3cr3t\",\"User-Agent\":\"acme\"}");

    loads.load("run-1");

    assertThat(source.lastHeader("x-api-key")).isEqualTo("s3cr3t");
    assertThat(source.lastHeader("User-Agent")).isEqualTo("acme");
    assertThat(source.lastHeader("Accept")).isEqualTo("application/json");
    assertThat(source.lastHeader("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void shouldUnpackAndStoreWhatIsPacked() throws IOException {
    source.answers(STATUS, body(gzip(FEED), "Content-Encoding", "gzip"));

    loads.load("run-1");

    assertThat(loads.store.content("lake", "raw/stations/station_status/run-1.json"))
        .hasValue(FEED);
  }

  @Test
  void shouldRefuseAnotherPacking() {
    source.answers(STATUS, body(FEED, "Content-Encoding", "br"));

    assertThatThrownBy(() -> loads.load("run-1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("a content encoding other than gzip");
  }

  @Test
  void shouldStopReadingAtTheLimit() throws IOException {
    byte[] fits = feed(1_769_860_800, "{\"station_id\":\"" + "a".repeat(500) + "\"}");
    byte[] large = feed(1_769_860_800, "{\"station_id\":\"" + "a".repeat(100_000) + "\"}");
    loads.within(fits.length, Duration.ofSeconds(5));

    source.answers(STATUS, body(fits));
    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    source.answers(STATUS, body(large));
    assertThatThrownBy(() -> loads.load("run-2"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("found more than " + fits.length + " bytes");
    byte[] packed = gzip(large);
    assertThat(packed).as("the bomb before it unpacks").hasSizeLessThan(fits.length);
    source.answers(STATUS, body(packed, "Content-Encoding", "gzip"));
    assertThatThrownBy(() -> loads.load("run-3"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("found more than " + fits.length + " bytes");
  }

  @Test
  void shouldNotWaitForASilentServerNorForADrippingOne() {
    FakeSource.Reply silent = exchange -> sleep(3_000);
    FakeSource.Reply dripping =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            sleep(50);
          }
        };
    loads.within(2_000, Duration.ofMillis(400));

    source.answers(STATUS, silent, dripping, body(FEED));

    assertThat(loads.load("run-1").loaded()).isEqualTo(2);
    assertThat(loads.pauses).hasSize(2);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
