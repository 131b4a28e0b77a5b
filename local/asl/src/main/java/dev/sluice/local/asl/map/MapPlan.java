package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.definition.Distributed;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.jsonata.Template;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Numbers;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.base.json.Json;
import java.util.Locale;

/**
 * A distributed map's fields, evaluated.
 *
 * @param items the array or object, or null where a reader gives the items
 * @param readerArguments or null
 * @param readerConfig never null
 * @param maxItems to read at most, or 0 for all
 * @param batching or null
 * @param writer Bucket and Prefix, or null
 */
record MapPlan(
    JsonNode items,
    JsonNode readerArguments,
    JsonNode readerConfig,
    long maxItems,
    Batches.Batching batching,
    Limits limits,
    JsonNode writer) {
  static MapPlan of(Attempt attempt, MapState state) {
    Distributed distributed = state.distributed();
    Distributed.Reader reader = distributed.reader();
    JsonNode items = null;
    JsonNode arguments = null;
    JsonNode config = Json.object();
    if (reader == null) {
      items = attempt.evaluate(state.items(), "Items", attempt.visit().input().json());
      if (!items.isContainerNode()) {
        throw new QueryError(
            "Items",
            "The Items of the state '"
                + state.name()
                + "' must be an array or object, found "
                + items.getNodeType().name().toLowerCase(Locale.ROOT)
                + ".");
      }
    } else {
      arguments = attempt.evaluate(reader.arguments(), "ItemReader/Arguments", null);
      config = attempt.evaluate(reader.config(), "ItemReader/ReaderConfig", config);
    }
    JsonNode max = config.path("MaxItems");
    long maxItems = max.isMissingNode() ? 0 : Numbers.whole(max, "MaxItems", 0, 100_000_000);
    JsonNode writer =
        distributed.writer() == null
            ? null
            : attempt.evaluate(distributed.writer().arguments(), "ResultWriter/Arguments", null);
    return new MapPlan(
        items,
        arguments,
        config,
        maxItems,
        batching(attempt, distributed.batcher()),
        limits(attempt, state),
        writer);
  }

  /** What the history says of the number of items: of those that a reader gives, nothing. */
  int length() {
    return items == null ? 0 : items.size();
  }

  private static Limits limits(Attempt attempt, MapState state) {
    Distributed distributed = state.distributed();
    Long concurrency = whole(attempt, state.maxConcurrency(), "MaxConcurrency");
    JsonNode share =
        attempt.evaluate(distributed.toleratedPercentage(), "ToleratedFailurePercentage", null);
    if (share != null
        && (!share.isNumber() || share.doubleValue() < 0 || share.doubleValue() > 100)) {
      throw new QueryError(
          "ToleratedFailurePercentage",
          "The field 'ToleratedFailurePercentage' must be a number from 0 to 100, found "
              + share
              + ".");
    }
    return new Limits(
        concurrency == null ? 0 : (int) Math.min(concurrency, Integer.MAX_VALUE),
        whole(attempt, distributed.toleratedCount(), "ToleratedFailureCount"),
        share == null ? null : share.doubleValue());
  }

  private static Batches.Batching batching(Attempt attempt, Distributed.Batcher batcher) {
    if (batcher == null) {
      return null;
    }
    Long items = whole(attempt, batcher.maxItems(), "ItemBatcher/MaxItemsPerBatch");
    Long bytes = whole(attempt, batcher.maxBytes(), "ItemBatcher/MaxInputBytesPerBatch");
    JsonNode input = attempt.evaluate(batcher.batchInput(), "ItemBatcher/BatchInput", null);
    return new Batches.Batching(
        items == null ? 0 : items, bytes == null ? Payload.LIMIT : bytes, input);
  }

  private static Long whole(Attempt attempt, Template template, String field) {
    JsonNode value = attempt.evaluate(template, field, null);
    return value == null ? null : Long.valueOf(Numbers.whole(value, field, 0, 1_000_000_000));
  }
}
