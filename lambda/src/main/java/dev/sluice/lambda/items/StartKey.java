package dev.sluice.lambda.items;

import dev.sluice.error.BadInput;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a scan goes on, in DynamoDB's own JSON: {@code {"product_id": {"S": "17"}}}. Keys are
 * strings, numbers or binary, so no other type occurs.
 */
final class StartKey {
  private StartKey() {}

  static Map<String, Object> toJson(Map<String, AttributeValue> key) {
    Map<String, Object> json = new TreeMap<>();
    key.forEach((name, value) -> json.put(name, toJson(value)));
    return json;
  }

  /** Reads what {@link #toJson} wrote; an empty key, which starts a scan, for null. */
  static Map<String, AttributeValue> of(JsonNode json) {
    Map<String, AttributeValue> key = new TreeMap<>();
    if (json != null && !json.isNull()) {
      if (!json.isObject()) {
        throw new BadInput("startKey: found " + json + ", expected null or a key of DynamoDB");
      }
      json.asObject().forEach((name, value) -> key.put(name, of(name, value)));
    }
    return key;
  }

  private static Map<String, Object> toJson(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
      default -> throw new IllegalStateException("a key of type " + value.type());
    };
  }

  private static AttributeValue of(String name, JsonNode value) {
    if (value.isObject() && value.asObject().size() == 1) {
      Map.Entry<String, JsonNode> only = value.asObject().entrySet().iterator().next();
      String text = only.getValue().text();
      switch (only.getKey()) {
        case "S":
          return AttributeValue.fromS(text);
        case "N":
          return AttributeValue.fromN(text);
        case "B":
          return AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(text)));
        default:
          break;
      }
    }
    throw new BadInput(
        "startKey."
            + name
            + ": found "
            + value
            + ", expected {\"S\": …}, {\"N\": …} or {\"B\": …}");
  }
}
