package dev.sluice.error;

/** A crawl ended without success; the message is the crawler's own. A redrive crawls again. */
public final class CrawlFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CrawlFailed(String message) {
    super(message);
  }
}
