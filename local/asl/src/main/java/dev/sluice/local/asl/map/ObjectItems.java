package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.map.parquet.ParquetRows;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** The items of one object, by its InputType. */
final class ObjectItems {
  private ObjectItems() {}

  /**
   * @param in closed with the source, or at once where there is none
   * @param name for messages, as {@code s3://bucket/key}
   * @param type CSV, JSON, JSONL or PARQUET
   */
  static ItemSource open(InputStream in, String name, String type, JsonNode config)
      throws IOException {
    try {
      return switch (type) {
        case "CSV" -> new CsvSource(Gunzip.of(in), config);
        case "JSONL" -> new JsonLinesSource(Gunzip.of(in));
        case "JSON" -> json(Gunzip.of(in), name, config.path("ItemsPointer").asText(""));
        case "PARQUET" -> new ParquetSource(ParquetRows.open(in, name));
        default ->
            throw new IOException(
                "InputType must be CSV, JSON, JSONL, PARQUET or MANIFEST, found '" + type + "'");
      };
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static ItemSource json(InputStream in, String name, String pointer) throws IOException {
    try (in) {
      JsonNode whole = Json.MAPPER.readTree(in);
      JsonNode node = whole == null ? Json.array() : whole.at(pointer);
      if (whole == null || !node.isContainerNode()) {
        throw new IOException(
            name
                + " must hold a JSON array or object"
                + (pointer.isEmpty() ? "." : " at the ItemsPointer " + pointer + "."));
      }
      return NodesSource.of(node);
    }
  }
}
