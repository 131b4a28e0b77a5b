package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

/** The objects under a prefix as items, or with LOAD_AND_FLATTEN the items that lie in them. */
final class Listing {
  private Listing() {}

  static ItemSource open(ObjectStore objects, ReaderArguments arguments, JsonNode config)
      throws IOException {
    Iterator<ObjectSummary> summaries = objects.list(arguments.bucket(), arguments.prefix());
    String transformation = config.path("Transformation").asText("NONE");
    return switch (transformation) {
      case "NONE" -> new NodesSource(map(summaries, Listing::node));
      case "LOAD_AND_FLATTEN" ->
          new ConcatSource(
              map(summaries, summary -> contents(objects, arguments.bucket(), summary, config)));
      default ->
          throw new IOException(
              "The Transformation must be NONE or LOAD_AND_FLATTEN, found " + transformation);
    };
  }

  private static ConcatSource.Opener contents(
      ObjectStore objects, String bucket, ObjectSummary summary, JsonNode config) {
    String name = "s3://" + bucket + "/" + summary.key();
    String type = config.path("InputType").asText("");
    return () -> ObjectItems.open(objects.open(bucket, summary.key()), name, type, config);
  }

  private static <T> Iterator<T> map(
      Iterator<ObjectSummary> summaries, Function<ObjectSummary, ? extends T> shape) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return summaries.hasNext();
      }

      @Override
      public T next() {
        return shape.apply(summaries.next());
      }
    };
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
}
