package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import software.amazon.event.ruler.Machine;

/**
 * An event pattern, matched by the library that AWS publishes of EventBridge's own matching.
 * Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">operators</a>
 */
final class EventPattern {
  private static final String ONLY = "pattern";

  private final JsonNode json;
  private final Machine machine = Machine.builder().build();

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException where EventBridge would refuse it, saying what is wrong
   */
  EventPattern(JsonNode json) {
    this.json = json;
    if (!json.isObject() || json.isEmpty()) {
      throw new IllegalArgumentException(
          "an event pattern is a JSON object with at least one field, found " + json);
    }
    try {
      machine.addRule(ONLY, Json.text(json));
    } catch (JsonProcessingException e) {
      throw refused(json, e.getOriginalMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw refused(json, e.getMessage(), e);
    }
  }

  private static IllegalArgumentException refused(JsonNode json, String problem, Exception cause) {
    return new IllegalArgumentException(
        "EventBridge does not take the event pattern " + json + ": " + problem, cause);
  }

  /** As it was given. */
  JsonNode json() {
    return json;
  }

  /** True where every field of the pattern finds one of its alternatives in the event. */
  boolean matches(JsonNode event) {
    return !machine.rulesForJSONEvent(event).isEmpty();
  }
}
