package dev.sluice.local.asl.map;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The rows of a Parquet object, whose columns must be flat: no lists, maps or structures. */
final class ParquetSource implements ItemSource {
  private final Path copy;
  private final ParquetReader<ObjectNode, JsonNode, String[]> rows;

  private ParquetSource(Path copy, ParquetReader<ObjectNode, JsonNode, String[]> rows) {
    this.copy = copy;
    this.rows = rows;
  }

  /**
   * @param in read to its end and closed
   * @param name for messages
   */
  static ParquetSource open(InputStream in, String name) throws IOException {
    // Parquet is read from its end, which a stream cannot do.
    Path copy = Files.createTempFile("sluice-items", ".parquet");
    try (in) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new ParquetSource(copy, ParquetReader.spliterator(copy.toFile(), new Rows()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw new IOException(name + " cannot be read as Parquet: " + e.getMessage(), e);
    }
  }

  @Override
  public JsonNode next() throws IOException {
    JsonNode[] row = new JsonNode[1];
    try {
      rows.tryAdvance(each -> row[0] = each);
    } catch (RuntimeException e) {
      throw new IOException("The Parquet file cannot be read: " + e.getMessage(), e);
    }
    return row[0];
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static final class Rows implements Hydrator<ObjectNode, JsonNode, String[]> {
    @Override
    public ObjectNode start() {
      return Json.object();
    }

    @Override
    public ObjectNode add(ObjectNode row, String[] column, Object value) {
      return row.set(String.join(".", column), Json.MAPPER.valueToTree(value));
    }

    @Override
    public JsonNode finish(ObjectNode row) {
      return row;
    }
  }
}
