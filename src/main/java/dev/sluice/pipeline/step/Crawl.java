package dev.sluice.pipeline.step;

import dev.sluice.construct.Crawler;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.JdbcSource;
import dev.sluice.construct.Platform;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Starts a crawler and asks after it until it is done. How long to wait between two questions, and
 * how often to ask, is for the polling function to say; so is that a redriven step must start the
 * crawler again, since a redrive resumes at the question.
 */
public final class Crawl extends Step {
  private final Function<Site, Crawler> maker;

  private Crawl(String name, Function<Site, Crawler> maker) {
    super(name);
    this.maker = maker;
  }

  /** Crawls a database. */
  public static Crawl database(JdbcSource source) {
    return new Crawl("crawl_" + source.name(), site -> Crawler.of(site, source));
  }

  /** Crawls what the pipeline's steps leave in the lake. */
  public static Crawl lake() {
    return new Crawl(
        "crawl_lake",
        site ->
            Crawler.ofLake(
                site, site.publications().tableFolders(), site.publications().folders()));
  }

  @Override
  public Map<String, String> advice(Platform platform) {
    return Json.texts(
        ErrorName.CRAWL_FAILED,
        "Remove what the crawler complains of, then redrive: the crawl starts again.",
        ErrorName.CRAWL_TIMED_OUT,
        "See whether the crawler hangs, then redrive: it is waited for again.");
  }

  @Override
  public Cost cost() {
    return Cost.transitions(5)
        .perItem("three transitions each further question to the crawler")
        .andGlue();
  }

  @Override
  protected States states(Site site, String next) {
    String crawler = maker.apply(site).crawlerName();
    String poll = variable("poll");
    return new States()
        .add(
            state("start"),
            site.invoke(
                    starter(site, crawler),
                    Json.object(
                        Payload.CRAWLER,
                        crawler,
                        Payload.REDRIVE_COUNT,
                        Jsonata.expression(Jsonata.REDRIVE_COUNT)))
                .assign(poll, "$states.result.Payload")
                .output("$states.input")
                .next(state("wait")))
        .add(state("wait"), State.waitSeconds("$" + poll + ".wait").next(state("poll")))
        .add(
            state("poll"),
            site.invoke(
                    poller(site, crawler),
                    Json.object(
                        Payload.POLL, Jsonata.expression("$" + poll),
                        Payload.REDRIVE_COUNT, Jsonata.expression(Jsonata.REDRIVE_COUNT)))
                .assign(poll, "$states.result.Payload")
                .output(
                    "$states.result.Payload.done ? "
                        + succeeded("{'tables': $states.result.Payload.tables}")
                        + " : $states.input")
                .next(state("done?")))
        .add(
            state("done?"),
            State.choice().when("$" + poll + ".done", next).otherwise(state("wait")));
  }

  private static Handler starter(Site site, String crawler) {
    return site.handler(spec(site, "start-crawler", crawler));
  }

  private static Handler poller(Site site, String crawler) {
    return site.handler(
        spec(site, "poll-crawler", crawler)
            // The tables that were found are counted.
            .may(Grants.statement(List.of("glue:GetTables"), Crawler.catalogArns(site))));
  }

  /** Both start it: a redrive resumes at the poll, which then begins the crawl anew. */
  private static HandlerSpec spec(Site site, String name, String crawler) {
    return HandlerSpec.named(name)
        .with(Variable.MAX_POLLS, String.valueOf(site.settings().crawl().maxPolls()))
        .with(Variable.MAX_WAIT_SECONDS, String.valueOf(site.settings().crawl().maxWaitSeconds()))
        .may(
            Grants.statement(
                List.of("glue:StartCrawler", "glue:GetCrawler"),
                site.arn("glue", "crawler/" + crawler)));
  }
}
