package dev.sluice.local.asl;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Buckets in memory; every bucket exists. */
final class MemoryObjects implements ObjectStore {
  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  MemoryObjects with(String path, String content) {
    objects.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  MemoryObjects with(String path, byte[] content) {
    objects.put(path, content);
    return this;
  }

  String text(String path) {
    byte[] bytes = objects.get(path);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  Iterable<String> paths() {
    return objects.keySet();
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    byte[] bytes = objects.get(bucket + "/" + key);
    if (bytes == null) {
      throw new IOException("The specified key does not exist: s3://" + bucket + "/" + key);
    }
    return new ByteArrayInputStream(bytes);
  }

  /** A version lies beside the object, as {@code key@version}. */
  @Override
  public InputStream open(String bucket, String key, String version) throws IOException {
    return open(bucket, version == null ? key : key + "@" + version);
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) {
    return objects.entrySet().stream()
        .filter(e -> e.getKey().startsWith(bucket + "/" + prefix))
        .map(
            e ->
                new ObjectSummary(
                    e.getKey().substring(bucket.length() + 1),
                    "\"etag\"",
                    e.getValue().length,
                    "STANDARD",
                    Instant.EPOCH))
        .iterator();
  }

  @Override
  public void put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    if (bucket.equals("missing")) {
      throw new IOException("The specified bucket does not exist: missing");
    }
    objects.put(bucket + "/" + key, content);
  }
}
