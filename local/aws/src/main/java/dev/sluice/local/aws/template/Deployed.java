package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a deployed resource answers to {@code Ref} and {@code Fn::GetAtt}.
 *
 * @param ref value of {@code Ref}, as the CloudFormation reference of the type defines it
 * @param attributes by name, e.g. {@code Arn}; dots as in {@code Endpoint.Address}
 */
public record Deployed(String ref, Map<String, JsonNode> attributes) {
  /** Checks that there is a ref and copies the attributes. */
  public Deployed {
    if (ref == null || ref.isEmpty()) {
      throw new IllegalArgumentException("a deployed resource needs a Ref");
    }
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Without attributes. */
  public static Deployed ref(String ref) {
    return new Deployed(ref, Map.of());
  }

  /** With one more attribute. */
  public Deployed with(String attribute, String value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(attributes);
    more.put(attribute, TextNode.valueOf(value));
    return new Deployed(ref, more);
  }
}
