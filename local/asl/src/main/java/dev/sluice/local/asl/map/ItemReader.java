package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * ItemReader.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS</a>
 */
final class ItemReader {
  private final ObjectStore objects;

  ItemReader(ObjectStore objects) {
    this.objects = objects;
  }

  /** What Map.Item.Source says of the items. */
  static String source(boolean lists, JsonNode arguments) {
    String bucket = arguments.path("Bucket").asText();
    String rest = lists ? arguments.path("Prefix").asText() : arguments.path("Key").asText();
    return "S3://" + bucket + "/" + rest;
  }

  ItemSource open(boolean lists, JsonNode arguments, JsonNode config) throws IOException {
    String bucket = text(arguments, "Bucket");
    if (config.hasNonNull("Transformation")
        && !config.path("Transformation").asText().equals("NONE")) {
      throw new IOException(
          "The Transformation " + config.path("Transformation") + " does not run locally.");
    }
    if (lists) {
      String prefix = arguments.path("Prefix").asText("");
      Iterator<ObjectSummary> summaries = objects.list(bucket, prefix);
      return new NodesSource(
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return summaries.hasNext();
            }

            @Override
            public JsonNode next() {
              return node(summaries.next());
            }
          });
    }
    String key = text(arguments, "Key");
    String type = config.path("InputType").asText();
    InputStream in = objects.open(bucket, key);
    try {
      return switch (type) {
        case "CSV" -> new CsvSource(in, config);
        case "JSONL" -> new JsonLinesSource(in);
        case "JSON" ->
            array(in, "s3://" + bucket + "/" + key, config.path("ItemsPointer").asText(""));
        default ->
            throw new IOException("InputType must be CSV, JSON or JSONL, found '" + type + "'");
      };
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static ItemSource array(InputStream in, String name, String pointer) throws IOException {
    try (in) {
      JsonNode whole = Json.MAPPER.readTree(in);
      JsonNode node = whole == null ? Json.object() : whole.at(pointer);
      if (!node.isArray()) {
        throw new IOException(
            name
                + " must hold a JSON array"
                + (pointer.isEmpty() ? "." : " at the ItemsPointer " + pointer + "."));
      }
      return new NodesSource(node.elements());
    }
  }

  private static JsonNode node(ObjectSummary summary) {
    ObjectNode item = Json.object();
    item.put("Etag", summary.etag());
    item.put("Key", summary.key());
    item.put("LastModified", summary.lastModified().getEpochSecond());
    item.put("Size", summary.size());
    item.put("StorageClass", summary.storageClass());
    return item;
  }

  private static String text(JsonNode arguments, String field) throws IOException {
    String value = arguments.path(field).asText("");
    if (value.isEmpty()) {
      throw new IOException("The reader's Arguments must name a " + field + ", found " + arguments);
    }
    return value;
  }
}
