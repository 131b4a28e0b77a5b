package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fetches one feed: asks with the tag of what we have, tries again what may pass, and checks. */
final class FeedClient {
  /** Others cannot be sent back or kept as metadata; without a tag the body is compared. */
  private static final Pattern TAG = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private final Redirects http;
  private final Clock clock;
  private final RequestHeaders headers;
  private final String keysFrom;

  /**
   * @param keysFrom where the headers come from, for messages; null where there are none
   */
  FeedClient(Redirects http, Clock clock, RequestHeaders headers, String keysFrom) {
    this.http = http;
    this.clock = clock;
    this.headers = headers;
    this.keysFrom = keysFrom;
  }

  /**
   * The feed, or empty where it is still what we have.
   *
   * @throws FeedInvalid where the answer is no feed
   * @throws dev.sluice.error.FeedUnavailable where patience ends before an answer comes
   */
  Optional<Snapshot> fetch(URI url, Optional<Snapshot> known, Patience patience) {
    for (int attempt = 1; ; attempt++) {
      try {
        return ask(url, known);
      } catch (MayPass failure) {
        patience.await(url, failure, attempt);
      }
    }
  }

  private Optional<Snapshot> ask(URI url, Optional<Snapshot> known) throws MayPass {
    Map<String, String> all = new LinkedHashMap<>(headers.values());
    Optional<String> tag = known.map(Snapshot::etag);
    tag.ifPresent(value -> all.put("If-None-Match", value));
    Answer answer = answer(url, all);
    if (answer.status() == 304 && tag.isPresent()) {
      return Optional.empty();
    }
    checkStatus(url, answer);
    Snapshot snapshot =
        new Snapshot(
            answer.body(),
            tag(answer.header("ETag")),
            FeedDocument.check(Shown.url(url), answer.body()));
    return known.filter(old -> old.isSameAs(snapshot)).isPresent()
        ? Optional.empty()
        : Optional.of(snapshot);
  }

  private Answer answer(URI url, Map<String, String> all) throws MayPass {
    try {
      return http.get(url, all);
    } catch (IOException failure) {
      if (isUntrusted(failure)) {
        throw new FeedInvalid(
            Shown.url(url),
            "a certificate that is not trusted or not the host's",
            "one that a public authority issued for this host");
      }
      throw new MayPass(
          "no answer (" + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ")",
          null,
          failure);
    }
  }

  private void checkStatus(URI url, Answer answer) throws MayPass {
    int status = answer.status();
    if (status == 429 || status >= 500) {
      throw new MayPass(
          "HTTP status " + status,
          RetryAfter.parse(answer.header("Retry-After"), clock.instant()).orElse(null),
          null);
    }
    if (status == 401 || status == 403) {
      throw new FeedInvalid(
          Shown.url(url),
          "HTTP status " + status,
          keysFrom == null
              ? "200; if the source wants a key, put it into a secret of headers"
              : "200; the key in " + keysFrom + " may be wrong");
    }
    if (status != 200) {
      throw new FeedInvalid(
          Shown.url(url), "HTTP status " + status, "200; look at the base URL and the feed's name");
    }
  }

  private static boolean isUntrusted(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private static String tag(String value) {
    return value != null && TAG.matcher(value).matches() ? value : null;
  }
}
