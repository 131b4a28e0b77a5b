package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.util.List;

/** Answers lists in pages, as {@code MaxResults} and {@code NextToken} ask. */
final class Page {
  private static final int MAX = 1000;

  private Page() {}

  static ObjectNode of(String field, List<? extends JsonNode> all, JsonNode input) {
    int from = from(input.path("NextToken").asText(""));
    int size = input.path("MaxResults").asInt(MAX);
    int to = Math.min(all.size(), from + Math.max(1, size));
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray(field);
    all.subList(Math.min(from, to), to).forEach(items::add);
    if (to < all.size()) {
      page.put("NextToken", Integer.toString(to));
    }
    return page;
  }

  private static int from(String token) {
    try {
      return token.isEmpty() ? 0 : Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new ServiceError(
          "InvalidInputException", "NextToken is '" + token + "', which no earlier answer gave");
    }
  }
}
