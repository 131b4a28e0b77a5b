package dev.sluice.lambda.load;

import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The note beside a feed's snapshots that says which is the newest.
 *
 * @param key of the snapshot
 * @param etag null where the server gave none
 * @param lastUpdated as the feed says
 */
record Latest(String key, String etag, Instant lastUpdated) {

  byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("etag", etag);
    json.put("lastUpdated", lastUpdated.toString());
    json.put("key", key);
    return Json.bytes(json);
  }

  /** Empty for anything that is not ours: the note only saves work, and the next one is right. */
  static Optional<Latest> parse(byte[] json) {
    try {
      Fields fields = Fields.of("the note", Json.parse(json));
      return Optional.of(
          new Latest(
              fields.string("key"),
              fields.optionalString("etag").orElse(null),
              Instant.parse(fields.string("lastUpdated"))));
    } catch (RuntimeException notOurs) {
      return Optional.empty();
    }
  }
}
