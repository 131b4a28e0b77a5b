package dev.sluice.lambda.crawl;

import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one poll tells the next through the state machine.
 *
 * @param redriveCount of the execution when the crawl was started
 * @param startedAt when we started it
 * @param previous when the crawl before ours began: ours is done once the crawler names another
 * @param attempt polls so far
 * @param pause seconds until the next
 */
public record CrawlProgress(
    String crawler,
    long redriveCount,
    String startedAt,
    String previous,
    int attempt,
    int pause,
    boolean done,
    int tables) {

  /** Reads what an earlier answer said. */
  public static CrawlProgress of(Fields input) {
    return new CrawlProgress(
        input.string(Payload.CRAWLER),
        input.number(Payload.REDRIVE_COUNT),
        input.string("startedAt"),
        input.string("previous"),
        (int) input.number("attempt"),
        (int) input.number(Payload.WAIT, 0),
        false,
        0);
  }

  CrawlProgress polled(int nextPause) {
    return new CrawlProgress(
        crawler, redriveCount, startedAt, previous, attempt + 1, nextPause, false, 0);
  }

  CrawlProgress done(int foundTables) {
    return new CrawlProgress(
        crawler, redriveCount, startedAt, previous, attempt + 1, 0, true, foundTables);
  }

  /** As the state machine carries it. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(Payload.CRAWLER, crawler);
    json.put(Payload.REDRIVE_COUNT, redriveCount);
    json.put("startedAt", startedAt);
    json.put("previous", previous);
    json.put("attempt", attempt);
    json.put(Payload.WAIT, pause);
    json.put(Payload.DONE, done);
    json.put(Counted.TABLES, tables);
    return json;
  }
}
