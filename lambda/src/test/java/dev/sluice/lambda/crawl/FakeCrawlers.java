package dev.sluice.lambda.crawl;

import java.time.Instant;
import java.util.Optional;

/** One crawler that runs until the test ends its crawl. */
final class FakeCrawlers implements Crawlers {
  int starts;
  boolean running;

  private Instant startedAt = Instant.parse("2026-03-01T10:00:00Z");
  private CrawlerStatus.LastCrawl last;

  /** Ends the running crawl. */
  void end(String status, String message) {
    if (!running) {
      throw new IllegalStateException("no crawl is running");
    }
    running = false;
    last = new CrawlerStatus.LastCrawl(startedAt, status, message, "/aws-glue/crawlers shop");
  }

  @Override
  public CrawlerStatus status(String crawler) {
    return new CrawlerStatus(!running, Optional.ofNullable(last));
  }

  @Override
  public boolean start(String crawler) {
    if (running) {
      return false;
    }
    starts++;
    running = true;
    startedAt = startedAt.plusSeconds(60);
    return true;
  }

  @Override
  public int tables(String crawler) {
    return 12;
  }
}
