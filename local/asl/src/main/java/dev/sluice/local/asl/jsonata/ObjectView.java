package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** A JSON object as a read-only map. */
final class ObjectView extends AbstractMap<String, Object> implements JsonViews.View {
  private final ObjectNode node;

  ObjectView(ObjectNode node) {
    this.node = node;
  }

  @Override
  public JsonNode node() {
    return node;
  }

  @Override
  public Object get(Object key) {
    JsonNode member = node.get((String) key);
    return member == null ? null : JsonViews.of(member);
  }

  @Override
  public boolean containsKey(Object key) {
    return node.has((String) key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return members.hasNext();
          }

          @Override
          public Entry<String, Object> next() {
            Map.Entry<String, JsonNode> member = members.next();
            return Map.entry(member.getKey(), JsonViews.of(member.getValue()));
          }
        };
      }

      @Override
      public int size() {
        return node.size();
      }
    };
  }
}
