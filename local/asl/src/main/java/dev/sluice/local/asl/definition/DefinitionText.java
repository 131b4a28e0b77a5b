package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses a definition's text, more strictly than other JSON. */
final class DefinitionText {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private DefinitionText() {}

  /**
   * The document, or null with a finding where the text is not one JSON value with each name once.
   */
  static JsonNode parse(String text, Findings findings) {
    try (JsonParser parser = STRICT.createParser(text)) {
      try {
        JsonNode node = STRICT.readTree(parser);
        if (node == null || node.isMissingNode()) {
          findings.add("MISSING_DESCRIPTION", null, "State machine definition must not be empty");
          return null;
        }
        if (parser.nextToken() != null) {
          findings.add(
              "INVALID_JSON_DESCRIPTION",
              null,
              "There is text behind the definition, at line "
                  + parser.currentLocation().getLineNr()
                  + ": remove it");
          return null;
        }
        return node;
      } catch (JsonProcessingException e) {
        findings.add(code(parser, e), null, e.getOriginalMessage() + at(e.getLocation()));
        return null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String code(JsonParser parser, JsonProcessingException refusal) {
    JsonStreamContext around = parser.getParsingContext().getParent();
    boolean isState = around != null && "States".equals(around.getCurrentName());
    return isState && refusal.getOriginalMessage().startsWith("Duplicate field")
        ? "DUPLICATE_STATE_NAME"
        : "INVALID_JSON_DESCRIPTION";
  }

  private static String at(JsonLocation location) {
    return location == null ? "" : ", line " + location.getLineNr();
  }
}
