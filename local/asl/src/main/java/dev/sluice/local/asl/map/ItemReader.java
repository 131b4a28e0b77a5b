package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.ObjectStore;
import java.io.IOException;
import java.io.InputStream;

/**
 * ItemReader.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS</a>
 */
final class ItemReader {
  private final ObjectStore objects;
  private final String account;

  /**
   * @param account that owns every bucket
   */
  ItemReader(ObjectStore objects, String account) {
    this.objects = objects;
    this.account = account;
  }

  /** What Map.Item.Source says of the items. */
  static String source(boolean lists, JsonNode arguments) {
    String bucket = "S3://" + arguments.path("Bucket").asText();
    return lists ? bucket : bucket + "/" + arguments.path("Key").asText();
  }

  ItemSource open(boolean lists, JsonNode arguments, JsonNode config) throws IOException {
    ReaderArguments from = ReaderArguments.of(lists, arguments, account);
    if (lists) {
      return Listing.open(objects, from, config);
    }
    String name = "s3://" + from.bucket() + "/" + from.key();
    String type = config.path("InputType").asText("");
    String manifest =
        config.path("ManifestType").asText(type.equals("MANIFEST") ? "S3_INVENTORY" : "");
    InputStream in = objects.open(from.bucket(), from.key(), from.version());
    return switch (manifest) {
      case "" -> ObjectItems.open(in, name, type, config);
      case "S3_INVENTORY" -> InventoryManifest.open(objects, from.bucket(), in, name);
      case "ATHENA_DATA" -> AthenaManifest.open(objects, in, name, type, config);
      default -> {
        in.close();
        throw new IOException(
            "ManifestType must be S3_INVENTORY or ATHENA_DATA, found '" + manifest + "'");
      }
    };
  }
}
