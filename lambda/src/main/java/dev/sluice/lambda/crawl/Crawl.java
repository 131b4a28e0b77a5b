package dev.sluice.lambda.crawl;

import dev.sluice.error.CrawlFailed;
import dev.sluice.error.CrawlTimedOut;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Runs one crawl by starting it and asking for it. A crawl that is under way already is waited for
 * as if it were ours. A redriven execution resumes at the poll that failed, so a poll under another
 * redrive count starts the crawl again.
 */
public final class Crawl {
  private final Crawlers crawlers;
  private final PollPauses pauses;
  private final int mostPolls;
  private final Clock clock;

  public Crawl(Crawlers crawlers, PollPauses pauses, int mostPolls, Clock clock) {
    this.crawlers = crawlers;
    this.pauses = pauses;
    this.mostPolls = mostPolls;
    this.clock = clock;
  }

  /** Starts the crawler. */
  public CrawlProgress start(String crawler, long redriveCount) {
    // Asked before the start, so that whatever ends after this counts as a new crawl.
    String previous = crawlers.status(crawler).lastStart();
    crawlers.start(crawler);
    String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    return new CrawlProgress(crawler, redriveCount, now, previous, 0, pauses.after(0), false, 0);
  }

  /**
   * Looks how far the crawl is.
   *
   * @throws CrawlFailed with the crawler's own message
   * @throws CrawlTimedOut after too many polls
   */
  public CrawlProgress poll(CrawlProgress progress, long redriveCount) {
    if (redriveCount != progress.redriveCount()) {
      return start(progress.crawler(), redriveCount);
    }
    CrawlerStatus status = crawlers.status(progress.crawler());
    if (status.ready() && !status.lastStart().equals(progress.previous())) {
      check(progress.crawler(), status.last().orElseThrow());
      return progress.done(crawlers.tables(progress.crawler()));
    }
    if (progress.attempt() + 1 >= mostPolls) {
      throw new CrawlTimedOut(
          "crawler "
              + progress.crawler()
              + " was not done after "
              + mostPolls
              + " polls since "
              + progress.startedAt()
              + "; it may still be running: look at it in the Glue console, then redrive, which waits"
              + " for it or starts it again");
    }
    return progress.polled(pauses.after(progress.attempt() + 1));
  }

  private static void check(String crawler, CrawlerStatus.LastCrawl last) {
    if (last.status().equals("SUCCEEDED")) {
      return;
    }
    StringBuilder message = new StringBuilder("crawler ").append(crawler);
    if (last.status().equals("CANCELLED")) {
      message.append(" was stopped before it was done");
    } else {
      message.append(" failed: ").append(last.message() == null ? "no message" : last.message());
    }
    if (last.log() != null) {
      message.append(" (log ").append(last.log()).append(')');
    }
    throw new CrawlFailed(message.toString());
  }
}
