package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Validation;
import dev.sluice.local.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tags of machines and activities; versions and aliases have none. Safe for use by several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TagResource.html">AWS,
 *     TagResource</a>
 */
public final class Tags {
  private static final int MOST = 50;
  private final Map<String, Map<String, String>> byArn = new ConcurrentHashMap<>();

  /** Makes a resource known, with the tags of the request that created it. */
  public void put(String arn, JsonNode request) {
    byArn.computeIfAbsent(arn, key -> new LinkedHashMap<>());
    add(arn, request.path("tags"));
  }

  /** Forgets a resource. */
  public void forget(String arn) {
    byArn.remove(arn);
  }

  /** TagResource. */
  public ObjectNode tag(JsonNode request) {
    add(require(request), request.path("tags"));
    return Json.object();
  }

  private void add(String arn, JsonNode given) {
    byArn.computeIfPresent(
        arn,
        (key, old) -> {
          Map<String, String> tags = new LinkedHashMap<>(old);
          for (JsonNode tag : given) {
            String name = Json.string(tag, "key");
            if (name == null || name.isEmpty()) {
              throw Validation.missing("tags.member.key");
            }
            tags.put(name, tag.path("value").asText(""));
          }
          if (tags.size() > MOST) {
            throw new AslException(
                "TooManyTags",
                "A resource has at most 50 tags, this one would have " + tags.size());
          }
          return tags;
        });
  }

  /** UntagResource. */
  public ObjectNode untag(JsonNode request) {
    byArn.computeIfPresent(
        require(request),
        (key, old) -> {
          Map<String, String> tags = new LinkedHashMap<>(old);
          request.path("tagKeys").forEach(name -> tags.remove(name.asText()));
          return tags;
        });
    return Json.object();
  }

  /** ListTagsForResource. */
  public ObjectNode list(JsonNode request) {
    ObjectNode answer = Json.object();
    ArrayNode tags = answer.putArray("tags");
    byArn
        .getOrDefault(require(request), Map.of())
        .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
    return answer;
  }

  private String require(JsonNode request) {
    String arn = Arns.require(request, "resourceArn", "stateMachine", "activity");
    if (!byArn.containsKey(arn)) {
      throw new AslException("ResourceNotFound", "Resource not found: '" + arn + "'");
    }
    return arn;
  }
}
