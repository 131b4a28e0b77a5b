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
   * @param headersSecret ARN of the secret with the request's headers, where the source wants any
   * @param loopbackToo true on a laptop, see {@link LocalAws}
   */
  public FeedLoader loader(
      HttpSource source,
      Limits limits,
      ObjectStore store,
      String lake,
      UnaryOperator<String> secrets,
      Optional<String> headersSecret,
      boolean loopbackToo) {
    HttpGet get =
        new HttpGet(
            new Destinations(loopbackToo, names),
            limits,
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    return new FeedLoader(
        source,
        store,
        lake,
        () ->
            new FeedClient(
                new Redirects(get),
                clock,
                headersSecret
                    .map(arn -> new HeaderSecret(secrets).read(arn))
                    .orElseGet(() -> new RequestHeaders(Map.of())),
                headersSecret.map(arn -> "secret " + arn).orElse(null)),
        () ->
            new Patience(
                clock, pauses, () -> ThreadLocalRandom.current().nextDouble(), limits.patience()));
  }
}
