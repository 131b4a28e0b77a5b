package dev.sluice.lambda.load;

import static dev.sluice.lambda.load.FakeSource.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, with a certificate for feeds.example, a name that no name server knows. */
class PinnedSocketsTest {
  private static final byte[] FEED = FeedLoads.feed(1_769_860_800);

  @TempDir static Path directory;
  private static Certificate certificate;
  private static FakeSource source;

  @BeforeAll
  static void start() throws Exception {
    certificate = Certificate.of("feeds.example", directory);
    source = FakeSource.secure(certificate.context()).answers("a", body(FEED));
  }

  @AfterAll
  static void stop() {
    source.close();
  }

  @Test
  void shouldConnectToTheAddressThatWasChecked() throws IOException {
    AtomicInteger lookUps = new AtomicInteger();

    Answer answer = get("feeds.example", certificate.trusting(), lookUps);

    assertThat(answer.body()).isEqualTo(FEED);
    assertThat(source.lastHeader("Host")).isEqualTo("feeds.example:" + source.port());
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void shouldStillCheckTheCertificateAgainstTheName() {
    assertThatThrownBy(() -> get("other.example", certificate.trusting(), new AtomicInteger()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("other.example");
    SSLSocketFactory publicOnly = (SSLSocketFactory) SSLSocketFactory.getDefault();
    assertThatThrownBy(() -> get("feeds.example", publicOnly, new AtomicInteger()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void shouldNotTryAgainWhereACertificateIsNotTrusted() {
    assertThatThrownBy(() -> fetch("other.example", certificate.trusting()))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageContaining("other.example")
        .hasMessageContaining("found a certificate that is not trusted or not the host's");
    assertThatThrownBy(
            () -> fetch("feeds.example", (SSLSocketFactory) SSLSocketFactory.getDefault()))
        .isInstanceOf(FeedInvalid.class);
  }

  @Test
  void shouldLayTlsOverNoSocketOfOthers() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    PinnedSockets sockets = new PinnedSockets(loopback, certificate.trusting());

    try (Socket foreign = new Socket(loopback, source.port())) {
      assertThatThrownBy(() -> sockets.createSocket(foreign, "feeds.example", 1, true))
          .hasMessageContaining("was not checked");
    }
    assertThatThrownBy(() -> sockets.createSocket("feeds.example", source.port()))
        .hasMessageContaining("was not checked");
    assertThatThrownBy(() -> sockets.createSocket(loopback, source.port()))
        .hasMessageContaining("was not checked");
  }

  private static Answer get(String host, SSLSocketFactory tls, AtomicInteger lookUps)
      throws IOException {
    return client(tls, lookUps).get(url(host), Map.of());
  }

  private static Optional<Snapshot> fetch(String host, SSLSocketFactory tls) {
    Clock clock = Clock.systemUTC();
    RequestHeaders none = new RequestHeaders(Map.of());
    Patience patience = new Patience(clock, pause -> fail("waited"), () -> 1, Duration.ofDays(1));
    return new FeedClient(new Redirects(client(tls, new AtomicInteger())), clock, none, null)
        .fetch(url(host), Optional.empty(), patience);
  }

  private static HttpGet client(SSLSocketFactory tls, AtomicInteger lookUps) {
    Destinations destinations =
        new Destinations(
            true,
            name -> {
              lookUps.incrementAndGet();
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
    Limits limits = new Limits(2_000, Duration.ofSeconds(5), Duration.ZERO);
    return new HttpGet(destinations, limits, () -> tls);
  }

  private static URI url(String host) {
    return URI.create("https://" + host + ":" + source.port() + "/gbfs/a.json");
  }
}
