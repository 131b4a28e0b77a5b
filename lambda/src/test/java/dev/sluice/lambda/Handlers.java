package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Invokes handlers as Lambda does: bytes in, bytes out. */
final class Handlers {

  private Handlers() {}

  /** The answer to an input of JSON. */
  static String invoke(RequestStreamHandler handler, String json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The answer to an input of plain maps and lists. */
  static String invoke(RequestStreamHandler handler, Object input) {
    return invoke(handler, Json.text(input));
  }

  /** A file of src/test/resources/events. */
  static String event(String name) {
    try (InputStream in = Handlers.class.getResourceAsStream("/events/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
