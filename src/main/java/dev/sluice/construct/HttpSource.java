package dev.sluice.construct;

import java.util.List;

/**
 * An HTTP API that publishes feeds, each a JSON document that is replaced from time to time.
 *
 * @param name as in steps: {@code stations} makes {@code load_stations}
 * @param url below which each feed is a file: {@code <url>/<feed>.json}; with or without a slash at
 *     its end
 * @param feeds names of feeds
 * @param headersSecretArn a secret with a JSON object of headers to send; empty: none
 */
public record HttpSource(String name, String url, List<String> feeds, String headersSecretArn) {
  /** Checks itself. */
  public HttpSource {
    feeds = List.copyOf(feeds);
    if (feeds.isEmpty() || !feeds.stream().allMatch(feed -> feed.matches("[a-z][a-z0-9_]*"))) {
      throw new IllegalArgumentException(
          "a source's feeds are names of small letters, digits and underscores, at least one;"
              + " found "
              + feeds);
    }
  }
}
