package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * How much the variables of one scope hold, in bytes of JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS,
 *     Variable limits</a>
 */
final class VariableSizes {
  /** 10 MiB for all variables of an execution. */
  static final long TOTAL = 10L * 1024 * 1024;

  private final Map<String, Integer> sizes = new HashMap<>();

  /** True where what one Assign sets is larger than 256 KiB. */
  static boolean tooLarge(Map<String, JsonNode> assigned) {
    long all = 0;
    for (JsonNode value : assigned.values()) {
      all += size(value);
    }
    return all > Payload.LIMIT;
  }

  /** Notes new values. Returns by how much the scope has grown. */
  long assign(Map<String, JsonNode> assigned) {
    long growth = 0;
    for (Map.Entry<String, JsonNode> variable : assigned.entrySet()) {
      int size = size(variable.getValue());
      Integer old = sizes.put(variable.getKey(), size);
      growth += size - (old == null ? 0 : old);
    }
    return growth;
  }

  /** What the scope holds. */
  long total() {
    return sizes.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static int size(JsonNode value) {
    return Json.bytes(value).length;
  }
}
