package dev.sluice.local.aws.services.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes S3Mock's files whole again after a process was killed while it wrote them, or after the
 * directory was moved: S3Mock writes in place and keeps absolute paths, and does not start on what
 * it cannot read. What a client had no answer for may be lost, as on AWS; nothing else is.
 */
final class BucketRepair {
  private static final Logger LOG = LoggerFactory.getLogger(BucketRepair.class);
  private static final String METADATA = "bucketMetadata.json";

  private final Path bucket;

  private BucketRepair(Path bucket) {
    this.bucket = bucket;
  }

  static void repair(Path root) throws IOException {
    for (Path bucket : directories(root)) {
      new BucketRepair(bucket).repair();
    }
  }

  private static List<Path> directories(Path parent) throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void repair() throws IOException {
    Map<String, String> ids = new TreeMap<>();
    boolean versioned = false;
    for (Path directory : directories(bucket)) {
      ObjectRepair object = new ObjectRepair(directory);
      String key = object.repair();
      if (key != null) {
        ids.put(key, directory.getFileName().toString());
        versioned |= object.versioned();
      }
    }
    Path file = bucket.resolve(METADATA);
    BucketKeys.fold(file);
    ObjectNode found = ObjectRepair.read(file);
    ObjectNode whole = found == null ? made(ids, versioned) : kept(found, ids);
    if (!whole.equals(found)) {
      LOG.warn("repaired bucket {}", bucket.getFileName());
      DurableFile.write(file, Json.bytes(whole));
    }
  }

  private ObjectNode made(Map<String, String> ids, boolean versioned) {
    ObjectNode metadata = Json.object().put("name", bucket.getFileName().toString());
    metadata.put("creationDate", Instant.now().toString());
    if (versioned) {
      metadata.putObject("versioningConfiguration").putNull("MfaDelete").put("Status", "Enabled");
    } else {
      metadata.putNull("versioningConfiguration");
    }
    metadata.putNull("objectLockConfiguration").putNull("bucketLifecycleConfiguration");
    metadata.put("objectOwnership", "BucketOwnerEnforced").put("path", bucket.toUri().toString());
    metadata.put("bucketRegion", LocalAws.REGION).putNull("bucketInfo").putNull("locationInfo");
    ids.forEach(metadata.putObject("objects")::put);
    return metadata;
  }

  private ObjectNode kept(ObjectNode found, Map<String, String> ids) {
    ObjectNode whole = found.deepCopy();
    whole.put("path", bucket.toUri().toString());
    ObjectNode objects = Json.object();
    for (Map.Entry<String, JsonNode> entry : found.path("objects").properties()) {
      if (entry.getValue().asText().equals(ids.get(entry.getKey()))) {
        objects.set(entry.getKey(), entry.getValue());
      }
    }
    whole.set("objects", objects);
    return whole;
  }
}
