package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A JSON array as a read-only list. */
final class ArrayView extends AbstractList<Object> implements JsonViews.View, RandomAccess {
  private final ArrayNode node;

  ArrayView(ArrayNode node) {
    this.node = node;
  }

  @Override
  public JsonNode node() {
    return node;
  }

  @Override
  public Object get(int index) {
    JsonNode member = node.get(index);
    if (member == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return JsonViews.of(member);
  }

  @Override
  public int size() {
    return node.size();
  }
}
