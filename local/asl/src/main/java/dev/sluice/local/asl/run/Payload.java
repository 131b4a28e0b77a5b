package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * JSON that goes from state to state, with its text, which history and the size limit need and
 * which is made only once.
 */
public final class Payload {
  /** 256 KiB of UTF-8, see AWS's quotas. */
  public static final int LIMIT = 262_144;

  private final JsonNode json;
  private String text;

  public Payload(JsonNode json) {
    this.json = json;
  }

  public JsonNode json() {
    return json;
  }

  public String text() {
    if (text == null) {
      text = Json.text(json);
    }
    return text;
  }

  public boolean tooLarge() {
    return tooLarge(text());
  }

  public static boolean tooLarge(String text) {
    // A char becomes three bytes at most, so most texts need no counting.
    return text.length() > LIMIT / 3
        && (text.length() > LIMIT || text.getBytes(StandardCharsets.UTF_8).length > LIMIT);
  }
}
