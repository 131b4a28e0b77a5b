package dev.sluice.lambda.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versioned buckets in maps; held to the same contract as S3. */
public final class InMemoryStore implements ObjectStore {

  /** What stands for content where a deletion hides older versions. */
  private static final byte[] MARKER = {};

  /** By "bucket/key": version to content, oldest first. */
  private final Map<String, Map<String, byte[]>> objects = new TreeMap<>();

  /** By "bucket/key", of the newest version. */
  private final Map<String, Map<String, String>> metadata = new TreeMap<>();

  private int versions;
  private Throwable readFailure;

  /** Uploads as somebody outside does. */
  public synchronized ObjectVersion upload(String bucket, String key, byte[] content) {
    String version = "v" + ++versions;
    metadata.remove(bucket + "/" + key);
    objects.computeIfAbsent(bucket + "/" + key, k -> new LinkedHashMap<>()).put(version, content);
    return new ObjectVersion(bucket, key, version);
  }

  /** Deletes as somebody outside does who names no version: what is there stays, hidden. */
  public synchronized void hide(String bucket, String key) {
    upload(bucket, key, MARKER);
  }

  /** Every stream that is opened from now on fails at its first byte. */
  public void readingFailsWith(Throwable failure) {
    readFailure = failure;
  }

  /** "bucket/key" of all objects that have a version, hidden ones too. */
  public synchronized List<String> names() {
    return objects.entrySet().stream()
        .filter(object -> object.getValue().values().stream().anyMatch(c -> c != MARKER))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The content of all versions, oldest first. */
  public synchronized List<byte[]> versions(String bucket, String key) {
    return objects.getOrDefault(bucket + "/" + key, Map.of()).values().stream()
        .filter(content -> content != MARKER)
        .toList();
  }

  /** The content of the newest version. */
  public synchronized Optional<byte[]> content(String bucket, String key) {
    Map<String, byte[]> all = objects.getOrDefault(bucket + "/" + key, Map.of());
    return all.values().stream().reduce((older, newer) -> newer).filter(c -> c != MARKER);
  }

  /** The metadata of the newest version. */
  public synchronized Map<String, String> metadata(String bucket, String key) {
    return metadata.getOrDefault(bucket + "/" + key, Map.of());
  }

  @Override
  public synchronized InputStream openCurrent(ObjectVersion version) {
    byte[] content = bytes(version);
    byte[] shown =
        content(version.bucket(), version.key()).orElseThrow(() -> new ObjectGone(version));
    if (shown != content) {
      throw new ObjectReplaced(version, "another");
    }
    return readFailure == null ? new ByteArrayInputStream(content) : new Failing(readFailure);
  }

  @Override
  public Optional<InputStream> open(String bucket, String key) {
    return content(bucket, key).map(ByteArrayInputStream::new);
  }

  @Override
  public synchronized void copy(ObjectVersion from, long size, String bucket, String key) {
    upload(bucket, key, bytes(from));
  }

  @Override
  public synchronized void put(
      String bucket, String key, byte[] content, String contentType, Map<String, String> metadata) {
    upload(bucket, key, content);
    this.metadata.put(bucket + "/" + key, Map.copyOf(metadata));
  }

  @Override
  public void put(String bucket, String key, Path content, String contentType) {
    try {
      upload(bucket, key, Files.readAllBytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void delete(ObjectVersion version) {
    String name = version.bucket() + "/" + version.key();
    Map<String, byte[]> all = objects.getOrDefault(name, new LinkedHashMap<>());
    all.remove(version.versionId());
    if (all.isEmpty()) {
      objects.remove(name);
    }
  }

  private byte[] bytes(ObjectVersion version) {
    byte[] content =
        objects
            .getOrDefault(version.bucket() + "/" + version.key(), Map.of())
            .get(version.versionId());
    if (content == null) {
      throw new ObjectGone(version);
    }
    return content;
  }

  private static final class Failing extends InputStream {

    private final Throwable failure;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (Error) failure;
    }
  }
}
