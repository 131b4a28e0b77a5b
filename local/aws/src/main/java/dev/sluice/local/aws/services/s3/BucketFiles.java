package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.model.BucketMetadata;
import dev.sluice.local.base.file.DurableFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads and writes the files in which S3Mock keeps what a bucket has. S3Mock reads such a file,
 * with all keys of the bucket in it, several times a request, and writes it anew for each object:
 * with 10,000 objects in a bucket that is a megabyte each time. Here a bucket is read once, and an
 * object that comes or goes is a line in a journal; {@link BucketKeys} tells how both become one.
 *
 * <p>S3Mock holds the bucket's lock at each call.
 */
final class BucketFiles extends ObjectMapper implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(BucketFiles.class);

  /** So many changes a journal may have before it is worth a new file. */
  private static final int FEW = 1000;

  private final transient ObjectMapper json;
  private final transient Map<File, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(BucketMetadata metadata, BucketKeys keys) {}

  /**
   * @param json S3Mock's own way of writing its files
   */
  BucketFiles(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public <T> T readValue(File file, Class<T> type) {
    return type == BucketMetadata.class
        ? type.cast(buckets.computeIfAbsent(file, this::read).metadata())
        : json.readValue(file, type);
  }

  private Bucket read(File file) {
    Path path = file.toPath();
    try {
      BucketKeys.fold(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    BucketMetadata found = json.readValue(file, BucketMetadata.class);
    BucketKeys keys = BucketKeys.of(path, found.getObjects());
    return new Bucket(with(found, keys), keys);
  }

  private static BucketMetadata with(BucketMetadata found, Map<String, UUID> keys) {
    return found.copy(
        found.getName(),
        found.getCreationDate(),
        found.getVersioningConfiguration(),
        found.getObjectLockConfiguration(),
        found.getBucketLifecycleConfiguration(),
        found.getObjectOwnership(),
        found.getPath(),
        found.getBucketRegion(),
        found.getBucketInfo(),
        found.getLocationInfo(),
        keys);
  }

  @Override
  public void writeValue(File file, Object value) {
    Bucket known = buckets.get(file);
    if (known == null || known.metadata() != value) {
      writeWhole(file, value);
      return;
    }
    try {
      if (known.keys().store() > FEW + known.keys().size()) {
        writeWhole(file, value);
      }
    } catch (RuntimeException e) {
      // What is not on disk is not in the bucket either.
      forget(file);
      throw e;
    }
  }

  /** A new bucket, another configuration, or a journal that has become long. */
  private void writeWhole(File file, Object value) {
    DurableFile.write(file.toPath(), json.writeValueAsBytes(value));
    forget(file);
    BucketKeys.drop(file.toPath());
  }

  private void forget(File file) {
    Bucket known = buckets.remove(file);
    if (known != null) {
      known.keys().close();
    }
  }

  /**
   * Leaves S3Mock's own files alone behind. Where the disk is full the journal stays, and the next
   * start reads it.
   */
  @Override
  public void close() {
    for (File file : buckets.keySet()) {
      forget(file);
      try {
        if (file.exists()) {
          BucketKeys.fold(file.toPath());
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("the journal beside {} was not folded into it", file, e);
      }
    }
  }
}
