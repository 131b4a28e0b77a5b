package dev.sluice.lambda.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetCrawlerRequest;
import software.amazon.awssdk.services.glue.model.GetCrawlerResponse;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.StartCrawlerRequest;
import software.amazon.awssdk.services.glue.model.StartCrawlerResponse;
import software.amazon.awssdk.services.glue.model.Table;

class GlueCrawlersTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final Glue glue = new Glue();
  private final Crawlers crawlers = new GlueCrawlers(glue);

  @Test
  void shouldReadACrawlerThatNeverRan() {
    CrawlerStatus status = crawlers.status("shop");

    assertThat(status.ready()).isTrue();
    assertThat(status.last()).isEmpty();
    assertThat(status.lastStart()).isEqualTo("none");
  }

  @Test
  void shouldReadTheLastCrawl() {
    glue.crawler =
        glue.crawler.toBuilder()
            .state(CrawlerState.STOPPING)
            .lastCrawl(
                LastCrawlInfo.builder()
                    .startTime(START)
                    .status(LastCrawlStatus.FAILED)
                    .errorMessage("no network")
                    .logGroup("/aws-glue/crawlers")
                    .logStream("shop")
                    .build())
            .build();

    CrawlerStatus status = crawlers.status("shop");

    assertThat(status.ready()).isFalse();
    assertThat(status.last())
        .contains(
            new CrawlerStatus.LastCrawl(START, "FAILED", "no network", "/aws-glue/crawlers shop"));
  }

  @Test
  void shouldSayWhetherItStarted() {
    assertThat(crawlers.start("shop")).isTrue();
    glue.running = true;
    assertThat(crawlers.start("shop")).isFalse();
  }

  @Test
  void shouldNotHideThatThereIsNoSuchCrawler() {
    assertThatThrownBy(() -> crawlers.status("shp")).isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void shouldCountTheCrawlersTablesOverAllPages() {
    glue.pages.add(List.of("shop_public_orders", "curated_marketing"));
    glue.pages.add(List.of("shop_public_items"));

    assertThat(crawlers.tables("shop")).isEqualTo(2);
  }

  /** One crawler with the prefix "shop_". */
  private static final class Glue implements GlueClient {
    Crawler crawler =
        Crawler.builder()
            .name("shop")
            .state(CrawlerState.READY)
            .databaseName("sluice_orders")
            .tablePrefix("shop_")
            .build();
    boolean running;
    final List<List<String>> pages = new ArrayList<>();

    @Override
    public GetCrawlerResponse getCrawler(GetCrawlerRequest request) {
      if (!request.name().equals(crawler.name())) {
        throw EntityNotFoundException.builder().message("Crawler not found").build();
      }
      return GetCrawlerResponse.builder().crawler(crawler).build();
    }

    @Override
    public StartCrawlerResponse startCrawler(StartCrawlerRequest request) {
      if (running) {
        throw CrawlerRunningException.builder().message("already started").build();
      }
      return StartCrawlerResponse.builder().build();
    }

    @Override
    public GetTablesResponse getTables(GetTablesRequest request) {
      int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      return GetTablesResponse.builder()
          .tableList(
              pages.get(page).stream().map(name -> Table.builder().name(name).build()).toList())
          .nextToken(page + 1 < pages.size() ? String.valueOf(page + 1) : null)
          .build();
    }

    @Override
    public String serviceName() {
      return "glue";
    }

    @Override
    public void close() {}
  }
}
