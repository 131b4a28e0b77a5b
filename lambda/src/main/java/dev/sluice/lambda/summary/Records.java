package dev.sluice.lambda.summary;

import dev.sluice.error.BadManifest;
import dev.sluice.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.function.Consumer;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;

/** The objects of a JSON array or of JSON Lines, one at a time: result files grow to gigabytes. */
final class Records {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Records() {}

  /**
   * Gives each object to the action.
   *
   * @param where names the file in errors
   */
  static void forEach(String where, InputStream in, Consumer<JsonNode> action) {
    try (JsonParser parser = FACTORY.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          action.accept(copy(parser));
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          throw new BadManifest(where + ": found " + token + ", expected objects");
        }
      }
    } catch (IOException e) {
      throw new BadManifest(where + " is not readable as JSON: " + e.getMessage(), e);
    }
  }

  private static JsonNode copy(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return Json.parse(text.toString());
  }
}
