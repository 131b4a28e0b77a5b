package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Items of a Map: the elements of an array, or the members of an object, each as its Key and Value.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemspath.html">
 *     AWS, ItemsPath</a>
 * @see <a href="https://github.com/floci-io/floci/pull/1588">What AWS makes of an object</a>
 */
public final class Pairs {
  private Pairs() {}

  /** The items of an array or object. */
  public static List<JsonNode> elements(JsonNode node) {
    List<JsonNode> items = new ArrayList<>(node.size());
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                ObjectNode pair = Json.object().put("Key", member.getKey());
                items.add(pair.set("Value", member.getValue()));
              });
    } else {
      node.forEach(items::add);
    }
    return items;
  }

  /**
   * The context object's Map.Item, without its Source.
   *
   * @param pair whether the item is an object's member
   */
  public static ObjectNode context(JsonNode item, long index, boolean pair) {
    ObjectNode context = Json.object().put("Index", index);
    if (pair) {
      context.set("Key", item.get("Key"));
      context.set("Value", item.get("Value"));
    } else {
      context.set("Value", item);
    }
    return context;
  }
}
