package dev.sluice.lambda.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.CrawlFailed;
import dev.sluice.error.CrawlTimedOut;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CrawlTest {
  private final FakeCrawlers crawlers = new FakeCrawlers();
  private final Crawl crawl =
      new Crawl(
          crawlers,
          new PollPauses(60, () -> 0.5),
          5,
          Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void shouldStartAndPollUntilDone() {
    CrawlProgress progress = crawl.start("shop", 0);
    assertThat(progress.pause()).isPositive();

    progress = crawl.poll(carried(progress), 0);
    assertThat(progress.done()).isFalse();
    crawlers.end("SUCCEEDED", null);
    progress = crawl.poll(carried(progress), 0);

    assertThat(progress.done()).isTrue();
    assertThat(progress.tables()).isEqualTo(12);
    assertThat(progress.attempt()).isEqualTo(2);
    assertThat(crawlers.starts).isEqualTo(1);
  }

  @Test
  void shouldWaitForACrawlThatIsUnderWay() {
    crawlers.start("shop");

    CrawlProgress progress = crawl.start("shop", 0);
    assertThat(crawl.poll(progress, 0).done()).isFalse();
    crawlers.end("SUCCEEDED", null);

    assertThat(crawl.poll(progress, 0).done()).isTrue();
    assertThat(crawlers.starts).isEqualTo(1);
  }

  @Test
  void shouldNotTakeTheCrawlBeforeForOurs() {
    crawlers.start("shop");
    crawlers.end("FAILED", "an old trouble");
    CrawlProgress progress = crawl.start("shop", 0);
    // As Glue may answer for a moment: ready, and nothing new to tell.
    crawlers.running = false;

    assertThat(crawl.poll(progress, 0).done()).isFalse();
  }

  @Test
  void shouldFailWithTheCrawlersMessage() {
    CrawlProgress progress = crawl.start("shop", 0);
    crawlers.end("FAILED", "Unable to connect to jdbc:postgresql://db/shop");

    assertThatThrownBy(() -> crawl.poll(progress, 0))
        .isInstanceOf(CrawlFailed.class)
        .hasMessage(
            "crawler shop failed: Unable to connect to jdbc:postgresql://db/shop"
                + " (log /aws-glue/crawlers shop)");
  }

  @Test
  void shouldFailWhereSomeoneStoppedTheCrawl() {
    CrawlProgress progress = crawl.start("shop", 0);
    crawlers.end("CANCELLED", null);

    assertThatThrownBy(() -> crawl.poll(progress, 0))
        .isInstanceOf(CrawlFailed.class)
        .hasMessageContaining("was stopped before it was done");
  }

  @Test
  void shouldCrawlAgainAfterARedrive() {
    CrawlProgress failed = crawl.start("shop", 0);
    crawlers.end("FAILED", "no network");

    CrawlProgress again = crawl.poll(carried(failed), 1);

    assertThat(again.done()).isFalse();
    assertThat(again.redriveCount()).isEqualTo(1);
    assertThat(again.attempt()).isZero();
    assertThat(crawlers.starts).isEqualTo(2);
    crawlers.end("SUCCEEDED", null);
    assertThat(crawl.poll(carried(again), 1).done()).isTrue();
  }

  @Test
  void shouldGiveUpAfterTooManyPolls() {
    CrawlProgress progress = crawl.start("shop", 0);
    for (int poll = 1; poll < 5; poll++) {
      progress = crawl.poll(progress, 0);
    }
    CrawlProgress last = progress;

    assertThatThrownBy(() -> crawl.poll(last, 0))
        .isInstanceOf(CrawlTimedOut.class)
        .hasMessageContaining("not done after 5 polls since 2026-03-01T12:00:00Z");
  }

  @Test
  void shouldPollLessAndLessOften() {
    PollPauses pauses = new PollPauses(60, () -> 0.999);

    assertThat(pauses.after(0)).isEqualTo(2);
    assertThat(pauses.after(3)).isBetween(5, 10);
    assertThat(pauses.after(500)).isEqualTo(60);
    assertThat(new PollPauses(60, () -> 0).after(0)).isEqualTo(1);
  }

  /** As the state machine hands it over. */
  private static CrawlProgress carried(CrawlProgress progress) {
    return CrawlProgress.of(Fields.of("poll", Json.parse(Json.text(progress.toJson()))));
  }
}
