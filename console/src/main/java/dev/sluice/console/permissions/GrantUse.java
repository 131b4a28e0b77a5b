package dev.sluice.console.permissions;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * One action on one resource that a role is granted.
 *
 * @param resource as its policy writes it, such as an ARN with {@code *}
 * @param condition as JSON, empty for none
 * @param times how often calls were allowed by it, over all runs of the state directory
 */
public record GrantUse(
    String policy, String action, String resource, String condition, long times) {

  static GrantUse of(JsonNode grant) {
    return new GrantUse(
        Fields.text(grant, "policy"),
        Fields.text(grant, "action"),
        Fields.text(grant, "resource"),
        Fields.text(grant, "condition"),
        Fields.number(grant, "used"));
  }

  boolean unused() {
    return times == 0;
  }

  /** {@code s3} of {@code s3:GetObject}; the whole of {@code *}. */
  String service() {
    int colon = action.indexOf(':');
    return colon < 0 ? action : action.substring(0, colon);
  }

  /** {@code GetObject} of {@code s3:GetObject}. */
  String operation() {
    return action.substring(action.indexOf(':') + 1);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", policy);
    map.put("action", action);
    map.put("resource", resource);
    if (!condition.isEmpty()) {
      map.put("condition", condition);
    }
    map.put("used", times);
    return map;
  }
}
