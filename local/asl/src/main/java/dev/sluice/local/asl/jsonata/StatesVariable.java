package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The reserved variable {@code $states}.
 *
 * @param input the state's raw input
 * @param result the result of Task, Parallel or Map, or null where there is none yet
 * @param errorOutput the caught error, or null outside of Catch
 * @param context the context object, made when it is first asked for
 */
public record StatesVariable(
    JsonNode input, JsonNode result, JsonNode errorOutput, Supplier<? extends JsonNode> context) {
  Map<String, Object> view() {
    return new View();
  }

  private final class View extends AbstractMap<String, Object> {
    @Override
    public Object get(Object key) {
      JsonNode node =
          switch ((String) key) {
            case "input" -> input;
            case "result" -> result;
            case "errorOutput" -> errorOutput;
            case "context" -> context.get();
            default -> null;
          };
      return node == null ? null : JsonViews.of(node);
    }

    @Override
    public boolean containsKey(Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      Map<String, Object> all = new LinkedHashMap<>();
      for (String key : new String[] {"input", "result", "errorOutput", "context"}) {
        Object value = get(key);
        if (value != null) {
          all.put(key, value);
        }
      }
      return all.entrySet();
    }
  }
}
