package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Turns items into the children's inputs: one each, or batches. */
final class Batches {
  private final ItemsFile.Writer file;
  private final Batching batching;
  private final int overhead;
  private ArrayNode batch = Json.array();
  private int bytes;

  /**
   * How items are grouped.
   *
   * @param maxItems or 0 for any number
   * @param maxBytes of a child's input
   * @param input goes with every batch, or null
   */
  record Batching(long maxItems, long maxBytes, JsonNode input) {}

  /**
   * @param batching null for one item a child
   */
  Batches(ItemsFile.Writer file, Batching batching) {
    this.file = file;
    this.batching = batching;
    this.overhead = batching == null ? 0 : size(input(Json.array()));
  }

  void add(JsonNode item) throws IOException {
    if (batching == null) {
      file.add(item, 1);
      return;
    }
    int more = size(item) + 1;
    boolean full =
        (batching.maxItems() > 0 && batch.size() >= batching.maxItems())
            || overhead + bytes + more > batching.maxBytes();
    if (full && !batch.isEmpty()) {
      flush();
    }
    batch.add(item);
    bytes += more;
  }

  void finish() throws IOException {
    if (!batch.isEmpty()) {
      flush();
    }
  }

  private void flush() throws IOException {
    file.add(input(batch), batch.size());
    batch = Json.array();
    bytes = 0;
  }

  private ObjectNode input(ArrayNode items) {
    ObjectNode input = Json.object();
    if (batching.input() != null) {
      input.set("BatchInput", batching.input());
    }
    input.set("Items", items);
    return input;
  }

  private static int size(JsonNode node) {
    return Json.text(node).getBytes(StandardCharsets.UTF_8).length;
  }
}
