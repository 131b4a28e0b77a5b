package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The lines of a JSONL object. */
final class JsonLinesSource implements ItemSource {
  private final BufferedReader lines;
  private long number;

  JsonLinesSource(InputStream in) {
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public JsonNode next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        return parse(line);
      }
    }
    return null;
  }

  private JsonNode parse(String line) throws IOException {
    try {
      return Json.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IOException("Line " + number + " is not JSON: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
