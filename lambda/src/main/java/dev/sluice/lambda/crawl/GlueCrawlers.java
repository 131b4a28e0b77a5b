package dev.sluice.lambda.crawl;

import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;

/**
 * {@link Crawlers} in AWS Glue.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawler
 *     API</a>
 */
public final class GlueCrawlers implements Crawlers {
  private final GlueClient glue;

  public GlueCrawlers(GlueClient glue) {
    this.glue = glue;
  }

  @Override
  public CrawlerStatus status(String name) {
    Crawler crawler = glue.getCrawler(r -> r.name(name)).crawler();
    return new CrawlerStatus(
        crawler.state() == CrawlerState.READY,
        Optional.ofNullable(crawler.lastCrawl())
            .filter(last -> last.startTime() != null)
            .map(GlueCrawlers::last));
  }

  @Override
  public boolean start(String name) {
    try {
      glue.startCrawler(r -> r.name(name));
      return true;
    } catch (CrawlerRunningException e) {
      return false;
    }
  }

  @Override
  public int tables(String name) {
    Crawler crawler = glue.getCrawler(r -> r.name(name)).crawler();
    String prefix = crawler.tablePrefix() == null ? "" : crawler.tablePrefix();
    return (int)
        glue.getTablesPaginator(r -> r.databaseName(crawler.databaseName())).stream()
            .flatMap(page -> page.tableList().stream())
            .filter(table -> table.name().startsWith(prefix))
            .count();
  }

  private static CrawlerStatus.LastCrawl last(LastCrawlInfo last) {
    String log = last.logGroup() == null ? null : last.logGroup() + " " + last.logStream();
    return new CrawlerStatus.LastCrawl(
        last.startTime(), last.statusAsString(), last.errorMessage(), log);
  }
}
