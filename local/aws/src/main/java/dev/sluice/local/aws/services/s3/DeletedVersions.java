package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.model.BucketMetadata;
import com.adobe.testing.s3mock.s3.store.BucketStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Removes the files of a deleted version. S3Mock only takes it from its list: it would still be
 * readable, and a second delete of it would take the newest version along.
 */
final class DeletedVersions {
  private final Supplier<BucketStore> buckets;

  DeletedVersions(Supplier<BucketStore> buckets) {
    this.buckets = buckets;
  }

  /** To be called after S3Mock deleted the version. */
  void clean(String bucket, String key, String version) throws IOException {
    BucketStore store = buckets.get();
    if (!store.doesBucketExist(bucket)) {
      return;
    }
    BucketMetadata metadata = store.getBucketMetadata(bucket);
    UUID id = metadata.getID(key);
    if (id == null) {
      return;
    }
    Path directory = metadata.getPath().resolve(id.toString());
    if (!listed(directory, version)) {
      delete(directory, version);
    }
  }

  /** True also where there is no list to read: then nothing may be removed. */
  private static boolean listed(Path directory, String version) {
    ObjectNode list = ObjectRepair.read(directory.resolve("versions.json"));
    if (list == null) {
      return true;
    }
    for (JsonNode listed : list.path("versions")) {
      if (listed.asText().equals(version)) {
        return true;
      }
    }
    return false;
  }

  static void delete(Path directory, String version) throws IOException {
    if (version.matches("[A-Za-z0-9-]+")) {
      Files.deleteIfExists(directory.resolve(version + "-objectMetadata.json"));
      Files.deleteIfExists(directory.resolve(version + "-binaryData"));
    }
  }
}
