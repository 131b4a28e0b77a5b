package dev.sluice.demo.stations;

import dev.sluice.demo.http.EntityTag;
import dev.sluice.lambda.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One document of the operator's.
 *
 * @param body UTF-8; not to be changed
 */
public record Feed(byte[] body, EntityTag tag) {
  /** The version of GBFS. */
  static final String VERSION = "2.3";

  /**
   * Wraps data as GBFS wants it.
   *
   * @param updated when the data last changed
   * @param ttl how long clients may keep it
   */
  static Feed of(Instant updated, Duration ttl, Map<String, Object> data) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("last_updated", updated.getEpochSecond());
    document.put("ttl", ttl.toSeconds());
    document.put("version", VERSION);
    document.put("data", data);
    byte[] body = Json.bytes(document);
    return new Feed(body, EntityTag.of(body));
  }
}
