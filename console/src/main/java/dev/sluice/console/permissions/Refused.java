package dev.sluice.console.permissions;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A call that no policy allowed, or that one denied.
 *
 * @param times over all runs of the state directory
 * @param message as the caller got it
 */
public record Refused(String action, String resource, long times, String message) {

  static Refused of(JsonNode refused) {
    return new Refused(
        Fields.text(refused, "action"),
        Fields.text(refused, "resource"),
        Fields.number(refused, "times"),
        Fields.text(refused, "message"));
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("action", action);
    map.put("resource", resource);
    map.put("times", times);
    map.put("message", message);
    return map;
  }
}
