package dev.sluice.console.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/** Writes maps, lists, numbers, truth values and texts as one line of JSON. */
public final class JsonText {
  private JsonText() {}

  public static String of(Object value) {
    JsonWriter json = JsonWriter.create();
    write(json, value);
    return new String(json.getBytes(), StandardCharsets.UTF_8) + "\n";
  }

  private static void write(JsonWriter json, Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach((name, field) -> write(json.writeFieldName(name.toString()), field));
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> write(json, item));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeValue(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeValue(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.writeValue(number);
    } else {
      json.writeValue(value.toString());
    }
  }
}
