package dev.sluice.lambda.crawl;

/** The crawlers of the catalog. Thread-safe. */
public interface Crawlers {

  /** How a crawler is; an unknown one raises the SDK's EntityNotFoundException. */
  CrawlerStatus status(String crawler);

  /**
   * Starts a crawl.
   *
   * @return false where one is under way already
   */
  boolean start(String crawler);

  /** How many tables the crawler's database holds under the crawler's prefix. */
  int tables(String crawler);
}
