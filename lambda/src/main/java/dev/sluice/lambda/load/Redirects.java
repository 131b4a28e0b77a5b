package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Follows redirects as long as they stay where they are: same scheme, host and port. Anywhere else
 * our headers, and the keys in them, would go to somebody whom nobody configured.
 */
final class Redirects {
  private static final int MOST = 3;

  private final HttpGet get;

  Redirects(HttpGet get) {
    this.get = get;
  }

  /**
   * The first answer that is no redirect.
   *
   * @throws FeedInvalid where a redirect leads elsewhere, or there are too many
   * @throws IOException where no whole answer arrived
   */
  Answer get(URI url, Map<String, String> headers) throws IOException {
    URI at = url;
    Answer answer = get.get(at, headers);
    for (int i = 0; i < MOST && isRedirect(answer); i++) {
      at = target(at, answer.header("Location"));
      answer = get.get(at, headers);
    }
    if (isRedirect(answer)) {
      throw new FeedInvalid(Shown.url(url), "more than " + MOST + " redirects", "the feed");
    }
    return answer;
  }

  private static boolean isRedirect(Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI target(URI from, String location) {
    if (location == null) {
      throw leads(from, "a redirect that does not say where to");
    }
    URI to;
    try {
      to = from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw leads(from, "a redirect to something that is no URL");
    }
    if (to.getHost() == null) {
      throw leads(from, "a redirect to something that is no URL");
    }
    if (!sameServer(from, to)) {
      throw leads(from, "a redirect to another host, " + Shown.url(to));
    }
    return to;
  }

  private static FeedInvalid leads(URI from, String where) {
    return new FeedInvalid(
        Shown.url(from), where, "the feed; if the source has moved, correct its base URL");
  }

  private static boolean sameServer(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI url) {
    int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    return url.getPort() < 0 ? standard : url.getPort();
  }
}
