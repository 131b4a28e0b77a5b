package dev.sluice.console.permissions;

import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Reads fields that may be missing. */
final class Fields {
  private Fields() {}

  static String text(JsonNode node, String name) {
    return node.field(name).map(JsonNode::asString).orElse("");
  }

  static long number(JsonNode node, String name) {
    return node.field(name).map(field -> Long.parseLong(field.asNumber())).orElse(0L);
  }

  static List<JsonNode> list(JsonNode node, String name) {
    return node.field(name).map(JsonNode::asArray).orElse(List.of());
  }
}
