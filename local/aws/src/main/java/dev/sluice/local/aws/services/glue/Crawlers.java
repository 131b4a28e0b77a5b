package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawlers: their definitions in the shape of GetCrawler, with state, last crawl and history, and
 * the crawls that run. Thread-safe.
 */
final class Crawlers {
  private static final Logger LOG = LoggerFactory.getLogger(Crawlers.class);
  private static final int HISTORY = 50;
  private static final String LOG_GROUP = "/aws-glue/crawlers";

  private final Documents documents;
  private final Documents histories;
  private final Crawl crawl;
  private final Clock clock;
  private final Executor threads;
  private final Map<String, Running> running = new LinkedHashMap<>();

  private static final class Running {
    private final long startedMillis;
    private volatile boolean cancelled;

    private Running(long startedMillis) {
      this.startedMillis = startedMillis;
    }
  }

  /** A crawl that an earlier process left unfinished is failed. */
  Crawlers(Documents documents, Documents histories, Crawl crawl, Clock clock, Executor threads) {
    this.documents = documents;
    this.histories = histories;
    this.crawl = crawl;
    this.clock = clock;
    this.threads = threads;
    for (ObjectNode crawler : documents.list()) {
      if (!crawler.path("State").asText().equals("READY")) {
        long started = crawler.path("StartedMillis").asLong();
        end(
            crawler.path("Name").asText(),
            started,
            "The local runtime ended during the crawl.",
            false,
            null);
      }
    }
  }

  /** Creates a crawler or changes its definition; what it did before stays. */
  synchronized void put(String name, ObjectNode definition) {
    ObjectNode before = documents.get(name);
    ObjectNode crawler = definition.deepCopy();
    crawler.put("Name", name);
    crawler.put("State", before == null ? "READY" : before.path("State").asText());
    crawler.put("Version", before == null ? 1 : before.path("Version").asInt() + 1);
    crawler.set("CreationTime", before == null ? Times.now(clock) : before.get("CreationTime"));
    crawler.set("LastUpdated", Times.now(clock));
    if (before != null && before.has("LastCrawl")) {
      crawler.set("LastCrawl", before.get("LastCrawl"));
    }
    documents.put(name, crawler);
  }

  /**
   * @throws ServiceError EntityNotFoundException
   */
  synchronized ObjectNode get(String name) {
    ObjectNode crawler = documents.get(name);
    if (crawler == null) {
      throw Errors.notFound("Crawler with name " + name + " does not exist");
    }
    return shown(crawler);
  }

  synchronized List<ObjectNode> all() {
    return documents.list().stream().map(this::shown).toList();
  }

  private ObjectNode shown(ObjectNode crawler) {
    Running now = running.get(crawler.path("Name").asText());
    crawler.put("CrawlElapsedTime", now == null ? 0 : clock.millis() - now.startedMillis);
    crawler.remove("StartedMillis");
    return crawler;
  }

  /** The newest crawl first, in the shape of ListCrawls. */
  synchronized ArrayNode history(String name) {
    get(name);
    ObjectNode history = histories.get(name);
    return history == null ? Json.array() : (ArrayNode) history.get("Crawls");
  }

  /**
   * @throws ServiceError CrawlerRunningException, EntityNotFoundException
   */
  synchronized void start(String name) {
    ObjectNode crawler = get(name);
    if (running.containsKey(name)) {
      throw new ServiceError(
          "CrawlerRunningException", "Crawler with name " + name + " has already started");
    }
    Running now = new Running(clock.millis());
    running.put(name, now);
    crawler.put("State", "RUNNING").put("StartedMillis", now.startedMillis);
    documents.put(name, crawler);
    threads.execute(() -> run(crawler, now));
  }

  /**
   * @throws ServiceError CrawlerNotRunningException, EntityNotFoundException
   */
  synchronized void stop(String name) {
    ObjectNode crawler = get(name);
    Running now = running.get(name);
    if (now == null) {
      throw new ServiceError(
          "CrawlerNotRunningException", "Crawler with name " + name + " is not running");
    }
    now.cancelled = true;
    crawler.put("State", "STOPPING");
    documents.put(name, crawler);
  }

  private void run(ObjectNode crawler, Running now) {
    String error = null;
    Crawl.Summary summary = null;
    try {
      summary = crawl.run(crawler, () -> now.cancelled);
    } catch (Exception | LinkageError e) {
      LOG.warn("the crawl of {} failed", crawler.path("Name").asText(), e);
      error = e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
    }
    end(crawler.path("Name").asText(), now.startedMillis, error, now.cancelled, summary);
  }

  private synchronized void end(
      String name, long startedMillis, String error, boolean cancelled, Crawl.Summary summary) {
    String status = cancelled ? "CANCELLED" : error == null ? "SUCCEEDED" : "FAILED";
    ObjectNode last = Json.object();
    last.put("Status", status);
    if (error != null) {
      last.put("ErrorMessage", error);
    }
    last.put("LogGroup", LOG_GROUP).put("LogStream", name);
    last.put("MessagePrefix", UUID.randomUUID().toString());
    last.set("StartTime", Times.of(startedMillis));
    running.remove(name);
    ObjectNode crawler = documents.get(name);
    crawler.set("LastCrawl", last);
    crawler.put("State", "READY");
    crawler.remove("StartedMillis");
    remember(name, last, summary);
    documents.put(name, crawler);
  }

  private void remember(String name, ObjectNode last, Crawl.Summary summary) {
    ObjectNode entry = last.deepCopy();
    entry.remove("Status");
    entry.set("CrawlId", entry.get("MessagePrefix"));
    String status = last.path("Status").asText();
    entry.put(
        "State",
        status.equals("SUCCEEDED") ? "COMPLETED" : status.equals("CANCELLED") ? "STOPPED" : status);
    entry.set("EndTime", Times.now(clock));
    if (summary != null) {
      entry.put("Summary", summary.json());
    }
    ObjectNode history = Json.object();
    ArrayNode crawls = history.putArray("Crawls").add(entry);
    for (var older : history(name)) {
      if (crawls.size() < HISTORY) {
        crawls.add(older);
      }
    }
    histories.put(name, history);
  }
}
