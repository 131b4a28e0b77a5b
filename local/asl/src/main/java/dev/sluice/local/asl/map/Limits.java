package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;

/**
 * What UpdateMapRun can change.
 *
 * @param concurrency children at a time, or 0 for AWS's default
 * @param count failed items that are tolerated, or null where none was given
 * @param percentage or null where none was given
 */
public record Limits(int concurrency, Long count, Double percentage) {
  /** AWS's limit of children at a time. */
  private static final int CONCURRENCY = 10_000;

  int atATime() {
    return concurrency == 0 ? CONCURRENCY : Math.min(concurrency, CONCURRENCY);
  }

  /** Without any limit no failure is tolerated; with two, either ends the map run. */
  boolean exceeded(long failedItems, long items) {
    if (failedItems == 0) {
      return false;
    }
    if (count == null && percentage == null) {
      return true;
    }
    return (count != null && failedItems > count)
        || (percentage != null && failedItems * 100.0 / items > percentage);
  }

  ObjectNode toJson() {
    ObjectNode limits = Json.object();
    limits.put("concurrency", concurrency);
    limits.put("count", count);
    limits.put("percentage", percentage);
    ObjectNode line = Json.object();
    line.set("limits", limits);
    return line;
  }

  static Limits of(JsonNode limits) {
    JsonNode count = limits.path("count");
    JsonNode percentage = limits.path("percentage");
    return new Limits(
        limits.path("concurrency").intValue(),
        count.isNumber() ? count.longValue() : null,
        percentage.isNumber() ? percentage.doubleValue() : null);
  }
}
