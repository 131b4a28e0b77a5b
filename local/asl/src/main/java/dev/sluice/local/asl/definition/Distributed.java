package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * What a distributed map has beyond an inline one.
 *
 * @param express whether children are EXPRESS executions, else STANDARD
 * @param label names the map run in ARNs
 * @param reader where items come from, or null for the state's items
 * @param batcher how items are grouped, or null for one item a child
 * @param toleratedCount failed items that are tolerated, or null
 * @param toleratedPercentage or null
 * @param writer where results go, or null for the state's result
 */
public record Distributed(
    boolean express,
    String label,
    Reader reader,
    Batcher batcher,
    Template toleratedCount,
    Template toleratedPercentage,
    Writer writer) {
  /**
   * ItemReader.
   *
   * @param config InputType, CSVHeaderLocation, MaxItems and so on, or null
   */
  public record Reader(String resource, Template config, Template arguments) {
    /** True where the items are the objects of a bucket. */
    public boolean lists() {
      return resource.endsWith(":s3:listObjectsV2");
    }
  }

  /** ItemBatcher; what is missing is null. */
  public record Batcher(Template maxItems, Template maxBytes, Template batchInput) {}

  /**
   * ResultWriter.
   *
   * @param arguments Bucket and Prefix, or null where results are not exported
   * @param transformation NONE, COMPACT or FLATTEN, or null for the default
   * @param jsonLines whether files are JSONL, else JSON
   */
  public record Writer(Template arguments, String transformation, boolean jsonLines) {}
}
