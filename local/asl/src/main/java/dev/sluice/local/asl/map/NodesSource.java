package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.Pairs;
import java.util.Iterator;

/** Items that are in memory already or come from an iterator. */
final class NodesSource implements ItemSource {
  private final Iterator<JsonNode> nodes;
  private final boolean pairs;

  NodesSource(Iterator<JsonNode> nodes) {
    this(nodes, false);
  }

  private NodesSource(Iterator<JsonNode> nodes, boolean pairs) {
    this.nodes = nodes;
    this.pairs = pairs;
  }

  /** The elements of an array, or the members of an object. */
  static NodesSource of(JsonNode node) {
    return new NodesSource(Pairs.elements(node).iterator(), node.isObject());
  }

  @Override
  public JsonNode next() {
    return nodes.hasNext() ? nodes.next() : null;
  }

  @Override
  public boolean pairs() {
    return pairs;
  }
}
