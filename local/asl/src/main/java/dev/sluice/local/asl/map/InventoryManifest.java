package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The manifest of an S3 inventory report: its items are the rows of the report's files.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">AWS,
 *     Locating your inventory list</a>
 */
final class InventoryManifest {
  private static final String BUCKET_ARN = "arn:aws:s3:::";

  private InventoryManifest() {}

  /**
   * @param bucket where the manifest lies, and its files unless it says otherwise
   */
  static ItemSource open(ObjectStore objects, String bucket, InputStream in, String name)
      throws IOException {
    JsonNode manifest;
    try (InputStream text = Gunzip.of(in)) {
      manifest = Json.MAPPER.readTree(text);
    }
    String format = manifest.path("fileFormat").asText("CSV");
    if (!format.equals("CSV") || !manifest.path("files").isArray()) {
      throw new IOException(
          name
              + " is not the manifest of an inventory in CSV: it needs 'files', and its fileFormat"
              + " is "
              + format);
    }
    String destination = manifest.path("destinationBucket").asText("");
    String place =
        destination.startsWith(BUCKET_ARN) ? destination.substring(BUCKET_ARN.length()) : bucket;
    JsonNode config = columns(manifest.path("fileSchema").asText(""));
    List<ConcatSource.Opener> files = new ArrayList<>();
    for (JsonNode file : manifest.path("files")) {
      String key = file.path("key").asText();
      files.add(() -> new CsvSource(Gunzip.of(objects.open(place, key)), config));
    }
    return new ConcatSource(files.iterator());
  }

  /** The report has no header: the manifest names the columns. */
  private static ObjectNode columns(String schema) {
    ObjectNode config = Json.object().put("CSVHeaderLocation", "GIVEN");
    ArrayNode headers = config.putArray("CSVHeaders");
    for (String column : schema.split(",")) {
      headers.add(column.strip());
    }
    return config;
  }
}
