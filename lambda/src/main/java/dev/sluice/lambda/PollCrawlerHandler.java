package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.crawl.Crawl;
import dev.sluice.lambda.crawl.CrawlProgress;
import dev.sluice.lambda.json.Fields;
import java.util.Map;

/**
 * Looks whether a crawl is done. The input has {@code poll}, which is the answer before, and {@code
 * redriveCount}, which is the execution's of now; the answer has {@code done}, and {@code wait}
 * seconds where that is false.
 */
public final class PollCrawlerHandler extends JsonHandler {
  private final Crawl crawl;

  /** For Lambda. */
  public PollCrawlerHandler() {
    this(StartCrawlerHandler.crawl(Environment.system()));
  }

  PollCrawlerHandler(Crawl crawl) {
    this.crawl = crawl;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    CrawlProgress progress = CrawlProgress.of(input.object(Payload.POLL));
    log.put(Payload.CRAWLER, progress.crawler()).put("attempt", progress.attempt());
    CrawlProgress next = crawl.poll(progress, input.number(Payload.REDRIVE_COUNT));
    log.put(Payload.DONE, next.done());
    return next.toJson();
  }
}
