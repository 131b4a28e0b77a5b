package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.crawl.Crawl;
import dev.sluice.lambda.crawl.GlueCrawlers;
import dev.sluice.lambda.crawl.PollPauses;
import dev.sluice.lambda.json.Fields;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Starts a crawler, or joins the crawl that is under way; poll-crawler sees to the rest. */
public final class StartCrawlerHandler extends JsonHandler {
  private final Crawl crawl;

  /** For Lambda. */
  public StartCrawlerHandler() {
    this(crawl(Environment.system()));
  }

  StartCrawlerHandler(Crawl crawl) {
    this.crawl = crawl;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String crawler = input.string(Payload.CRAWLER);
    log.put(Payload.CRAWLER, crawler);
    return crawl.start(crawler, input.number(Payload.REDRIVE_COUNT, 0)).toJson();
  }

  /**
   * Polls at most {@code MAX_POLLS} times, {@code MAX_WAIT_SECONDS} apart at most; by default 90
   * times and a minute, which is about an hour.
   */
  static Crawl crawl(Environment environment) {
    return new Crawl(
        new GlueCrawlers(Clients.glue()),
        new PollPauses(
            number(environment, Variable.MAX_WAIT_SECONDS, Variable.DEFAULT_MAX_WAIT_SECONDS),
            () -> ThreadLocalRandom.current().nextDouble()),
        number(environment, Variable.MAX_POLLS, Variable.DEFAULT_MAX_POLLS),
        Clock.systemUTC());
  }

  private static int number(Environment environment, String name, int otherwise) {
    return environment.find(name).map(Integer::parseInt).orElse(otherwise);
  }
}
