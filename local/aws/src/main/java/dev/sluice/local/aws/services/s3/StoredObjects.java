package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.S3Exception;
import com.adobe.testing.s3mock.s3.dto.Tag;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What permissions depend on of the objects that are there. */
final class StoredObjects {
  private final Supplier<S3Server> server;

  StoredObjects(Supplier<S3Server> server) {
    this.server = server;
  }

  /** True where that object or version is there. */
  boolean exists(ObjectPath path) {
    return find(path.bucket(), path.key(), path.parameter("versionId")).isPresent();
  }

  /** True where a copy's source is there and has tags. */
  boolean tagged(S3Request.CopySource source) {
    List<Tag> tags =
        find(source.bucket(), source.key(), source.version())
            .map(S3ObjectMetadata::getTags)
            .orElse(null);
    return tags != null && !tags.isEmpty();
  }

  private Optional<S3ObjectMetadata> find(String bucket, String key, String version) {
    try {
      server.get().buckets().verifyBucketExists(bucket);
      return Optional.of(server.get().objects().verifyObjectExists(bucket, key, version));
    } catch (S3Exception absent) {
      return Optional.empty();
    }
  }
}
