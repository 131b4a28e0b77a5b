package dev.sluice.lambda.notify;

import dev.sluice.core.text.OneLine;
import dev.sluice.lambda.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** What a person calls an item of a map: its table, its file, else the start of its JSON. */
final class ItemLabel {
  private static final List<String> NAMES = List.of("table", "object", "key", "name", "segment");
  private static final int LONGEST = 100;

  private ItemLabel() {}

  /** Names the item of a child execution's input; a batch by its first item and their number. */
  static String of(String input) {
    if (input == null || input.isBlank()) {
      return "an item";
    }
    try {
      return of(Json.parse(input)).orElseGet(() -> cut(input));
    } catch (RuntimeException e) {
      // An input that is no JSON is shown as it is.
      return cut(input);
    }
  }

  private static Optional<String> of(JsonNode node) {
    Map<String, JsonNode> fields = node.isObject() ? node.asObject() : Map.of();
    JsonNode batch = fields.get("Items");
    if (batch != null && batch.isArray() && !batch.asArray().isEmpty()) {
      int more = batch.asArray().size() - 1;
      return of(batch.asArray().get(0))
          .map(first -> more == 0 ? first : first + " and " + more + " more");
    }
    return NAMES.stream()
        .map(fields::get)
        .filter(value -> value != null && (value.isString() || value.isNumber()))
        .map(JsonNode::text)
        .map(OneLine::of)
        .findFirst();
  }

  private static String cut(String text) {
    String line = OneLine.of(text.strip().replaceAll("\\s+", " "));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
