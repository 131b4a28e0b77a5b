package dev.sluice.lambda.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Objects in versioned buckets. Thread-safe. Failures are the SDK's exceptions. */
public interface ObjectStore {

  /**
   * Opens that version, where it is the one that its key shows; the caller closes it.
   *
   * @throws ObjectGone where there is no such version, or a deletion hides it
   * @throws ObjectReplaced where the key shows another version
   */
  InputStream openCurrent(ObjectVersion version);

  /** Opens the newest version, where there is one. */
  Optional<InputStream> open(String bucket, String key);

  /**
   * Copies exactly that version, whatever its size; a copy that is there is replaced.
   *
   * @param size of the version in bytes, which decides how it is copied
   * @throws ObjectGone where there is no such version
   */
  void copy(ObjectVersion from, long size, String bucket, String key);

  /** Writes a small object. */
  default void put(String bucket, String key, byte[] content, String contentType) {
    put(bucket, key, content, contentType, Map.of());
  }

  /**
   * Writes a small object.
   *
   * @param metadata of ours, names in small letters; with their values printable ASCII, 2 KB at
   *     most
   */
  void put(
      String bucket, String key, byte[] content, String contentType, Map<String, String> metadata);

  /** Writes a local file. */
  void put(String bucket, String key, Path content, String contentType);

  /** Deletes exactly that version for good; nothing happens where it is gone already. */
  void delete(ObjectVersion version);

  /** The version that was asked for does not exist (any more). */
  final class ObjectGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectGone(ObjectVersion version) {
      super(
          version.uri()
              + " (version "
              + version.versionId()
              + ") was deleted from the bucket before it was read");
    }
  }

  /** The version that was asked for is there, but its key shows another one. */
  final class ObjectReplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectReplaced(ObjectVersion version, String shown) {
      super(
          version.uri() + " shows version " + shown + ", not " + version.versionId() + " any more");
    }
  }
}
