package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/** Items that are in memory already or come from an iterator. */
final class NodesSource implements ItemSource {
  private final Iterator<JsonNode> nodes;

  NodesSource(Iterator<JsonNode> nodes) {
    this.nodes = nodes;
  }

  @Override
  public JsonNode next() {
    return nodes.hasNext() ? nodes.next() : null;
  }
}
