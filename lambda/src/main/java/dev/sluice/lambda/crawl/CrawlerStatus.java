package dev.sluice.lambda.crawl;

import java.time.Instant;
import java.util.Optional;

/**
 * How a crawler is.
 *
 * @param ready false while it runs or stops
 * @param last the last crawl that ended, where there was one
 */
public record CrawlerStatus(boolean ready, Optional<LastCrawl> last) {

  /** When the last crawl began; "none" where there was none. */
  public String lastStart() {
    return last.map(crawl -> crawl.startedAt().toString()).orElse("none");
  }

  /**
   * A crawl that ended.
   *
   * @param status SUCCEEDED, CANCELLED or FAILED
   * @param message what the crawler says of a failure; may be null
   * @param log where its log lies, as {@code group stream}; may be null
   */
  public record LastCrawl(Instant startedAt, String status, String message, String log) {}
}
