package dev.sluice.local.aws.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps web pages away from a port that asks for no login. A page of any site can send requests to
 * loopback, also without being allowed to read the answers; it cannot choose the headers Host,
 * Origin and Sec-Fetch-Site, which its browser writes.
 *
 * @see <a href="https://developer.mozilla.org/en-US/docs/Glossary/Forbidden_request_header">headers
 *     that a page cannot set</a>
 */
public final class RequestGuard {
  /** Status of a refusal. */
  public static final int FORBIDDEN = 403;

  /** Content type of a refusal. */
  public static final String TEXT = "text/plain; charset=utf-8";

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  // What is typed into the address bar, and what a page of this very port asks.
  private static final Set<String> OWN_SITES = Set.of("none", "same-origin");
  private static final String DEFAULT_PORT = "80";

  private RequestGuard() {}

  /**
   * Judges a request by its headers.
   *
   * @param port on which the request came
   * @param headers all values of a header, null or empty where it is not there
   * @return the sentence with which to refuse it, empty where it may pass
   */
  public static Optional<String> refusal(int port, Function<String, List<String>> headers) {
    List<String> hosts = values(headers, "Host");
    // A name that a foreign site points to 127.0.0.1 makes that site's pages same-origin. Its port
    // may be another: that of a tunnel or a relay on this machine, which no page can pretend.
    if (hosts.isEmpty() || !hosts.stream().allMatch(host -> NAMES.contains(nameIn(host)))) {
      return Optional.of(
          "Refused: the request's Host is "
              + (hosts.isEmpty() ? "missing" : String.join(", ", hosts))
              + "; expected "
              + ("127.0.0.1:" + port + " or localhost:" + port)
              + ". Use that address, for S3 with path-style requests.\n");
    }
    for (String origin : values(headers, "Origin")) {
      if (!origin.startsWith("http://") || !here(origin.substring("http://".length()), port)) {
        return fromPage("Origin " + origin);
      }
    }
    for (String site : values(headers, "Sec-Fetch-Site")) {
      if (!OWN_SITES.contains(site)) {
        return fromPage("Sec-Fetch-Site " + site);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> fromPage(String found) {
    return Optional.of(
        "Refused: the request comes from a web page of another origin ("
            + found
            + "). Web pages may not use the embedded AWS; call it from a program.\n");
  }

  private static List<String> values(Function<String, List<String>> headers, String name) {
    List<String> values = headers.apply(name);
    return values == null ? List.of() : values;
  }

  private static boolean here(String authority, int port) {
    String name = nameIn(authority);
    String named =
        name.length() == authority.length() ? DEFAULT_PORT : authority.substring(name.length() + 1);
    return NAMES.contains(name) && named.equals(Integer.toString(port));
  }

  /** Without its port, in small letters. */
  private static String nameIn(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean bare = colon <= authority.lastIndexOf(']');
    return (bare ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
  }
}
