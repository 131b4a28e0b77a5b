package dev.sluice.lambda.load;

import dev.sluice.lambda.store.ObjectStore;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;

/** Puts loaders together from what a function is told and may use. */
public final class FeedLoading {
  private final Clock clock;
  private final Destinations.Names names;
  private final Patience.Pauses pauses;

  /** With the network's names and real pauses. */
  public FeedLoading() {
    this(
        Clock.systemUTC(),
        InetAddress::getAllByName,
        duration -> Thread.sleep(duration.toMillis()));
  }

  FeedLoading(Clock clock, Destinations.Names names, Patience.Pauses pauses) {
    this.clock = clock;
    this.names = names;
    this.pauses = pauses;
  }

  /**
   * A loader of that source.
   *
   * @param lake bucket of the raw zone
   * @param secrets the text of a secret by its ARN
   * @param loopbackToo true on a laptop, see {@link LocalAws}
   */
  public FeedLoader loader(
      HttpSource source,
      ObjectStore store,
      String lake,
      UnaryOperator<String> secrets,
      boolean loopbackToo) {
    HttpGet get =
        new HttpGet(
            new Destinations(loopbackToo, names),
            source.limits(),
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    return new FeedLoader(
        source,
        store,
        lake,
        () -> client(source, new Redirects(get), secrets),
        () -> patience(source));
  }

  private FeedClient client(HttpSource source, Redirects http, UnaryOperator<String> secrets) {
    Optional<String> secret = source.headersSecret();
    RequestHeaders headers =
        secret
            .map(arn -> new HeaderSecret(secrets).read(arn))
            .orElseGet(() -> new RequestHeaders(Map.of()));
    return new FeedClient(http, clock, headers, secret.map(arn -> "secret " + arn).orElse(null));
  }

  private Patience patience(HttpSource source) {
    return new Patience(
        clock, pauses, () -> ThreadLocalRandom.current().nextDouble(), source.limits().patience());
  }
}
