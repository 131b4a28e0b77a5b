package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Something that a crawler looks at. */
interface CrawlTarget {
  /**
   * A table that was found.
   *
   * @param definition in the shape of GetTable's {@code Table}, without the table prefix
   * @param partitions in the shape of GetPartitions
   */
  record Found(ObjectNode definition, ArrayNode partitions) {}

  /**
   * Finds the tables.
   *
   * @param cancelled true once the crawler was stopped; the target then returns early
   * @throws Exception with a message for the crawl's ErrorMessage
   */
  List<Found> crawl(BooleanSupplier cancelled) throws Exception;
}
