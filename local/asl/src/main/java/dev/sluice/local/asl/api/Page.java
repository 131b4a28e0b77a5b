package dev.sluice.local.asl.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** One page of an answer that has a nextToken. */
public final class Page {
  private static final int LARGEST = 1000;

  private Page() {}

  /** Answers the page that a request asks for. */
  public static <T> ObjectNode of(
      JsonNode request, String field, List<T> all, Function<T, ? extends JsonNode> shape) {
    int from = from(Json.string(request, "nextToken"));
    int max = request.path("maxResults").asInt(0);
    if (max < 0) {
      throw Validation.constraint(
          max, "maxResults", "Member must have value greater than or equal to 0");
    }
    if (max > LARGEST) {
      throw Validation.constraint(
          max, "maxResults", "Member must have value less than or equal to " + LARGEST);
    }
    int to = Math.min(all.size(), from + (max == 0 ? 100 : max));
    ObjectNode answer = Json.object();
    ArrayNode page = answer.putArray(field);
    for (int i = from; i < to; i++) {
      page.add(shape.apply(all.get(i)));
    }
    if (to < all.size()) {
      answer.put("nextToken", token(to));
    }
    return answer;
  }

  private static String token(int from) {
    byte[] text = ("from:" + from).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int from(String token) {
    if (token == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith("from:")) {
        return Integer.parseInt(text.substring(5));
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for any other token that is not ours.
    }
    throw new AslException("InvalidToken", "Invalid Token: 'nextToken'");
  }
}
