package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.base.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Glue's operations on crawlers. */
final class CrawlerOperations {
  private final Crawlers crawlers;

  CrawlerOperations(Crawlers crawlers) {
    this.crawlers = crawlers;
  }

  void addTo(JsonService service) {
    service
        .operation("StartCrawler", this::start)
        .operation("StopCrawler", this::stop)
        .operation("GetCrawler", this::get)
        .operation("GetCrawlers", i -> Page.of("Crawlers", crawlers.all(), i))
        .operation("ListCrawlers", i -> Page.of("CrawlerNames", names(), i))
        .operation("ListCrawls", this::crawls)
        .operation("GetCrawlerMetrics", this::metrics);
  }

  private ObjectNode start(ObjectNode input) {
    crawlers.start(Errors.required(input, "Name"));
    return null;
  }

  private ObjectNode stop(ObjectNode input) {
    crawlers.stop(Errors.required(input, "Name"));
    return null;
  }

  private ObjectNode get(ObjectNode input) {
    ObjectNode answer = Json.object();
    answer.set("Crawler", crawlers.get(Errors.required(input, "Name")));
    return answer;
  }

  private List<TextNode> names() {
    return crawlers.all().stream().map(c -> TextNode.valueOf(c.path("Name").asText())).toList();
  }

  private ObjectNode crawls(ObjectNode input) {
    List<JsonNode> all = new ArrayList<>();
    crawlers.history(Errors.required(input, "CrawlerName")).forEach(all::add);
    return Page.of("Crawls", all, input);
  }

  private ObjectNode metrics(ObjectNode input) {
    List<String> wanted = new ArrayList<>();
    input.path("CrawlerNameList").forEach(name -> wanted.add(name.asText()));
    List<ObjectNode> metrics =
        crawlers.all().stream()
            .map(crawler -> crawler.path("Name").asText())
            .filter(name -> wanted.isEmpty() || wanted.contains(name))
            .map(this::metricsOf)
            .toList();
    return Page.of("CrawlerMetricsList", metrics, input);
  }

  private ObjectNode metricsOf(String name) {
    ArrayNode history = crawlers.history(name);
    List<BigDecimal> seconds = new ArrayList<>();
    for (JsonNode crawl : history) {
      seconds.add(
          crawl.path("EndTime").decimalValue().subtract(crawl.path("StartTime").decimalValue()));
    }
    Crawl.Summary last = Crawl.Summary.parse(history.path(0).path("Summary").asText("{}"));
    ObjectNode metrics = Json.object();
    metrics.put("CrawlerName", name);
    metrics.put("TimeLeftSeconds", 0).put("StillEstimating", false);
    metrics.put("LastRuntimeSeconds", seconds.isEmpty() ? BigDecimal.ZERO : seconds.get(0));
    List<BigDecimal> sorted = seconds.stream().sorted().toList();
    metrics.put(
        "MedianRuntimeSeconds", sorted.isEmpty() ? BigDecimal.ZERO : sorted.get(sorted.size() / 2));
    metrics.put("TablesCreated", last.created());
    metrics.put("TablesUpdated", last.updated());
    metrics.put("TablesDeleted", last.deleted());
    return metrics;
  }
}
