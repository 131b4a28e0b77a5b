package dev.sluice.local.aws.services.glue;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.TreeMap;

/** The objects of one bucket, {@code lake}, by key. */
final class MemoryObjects implements ObjectStore {
  final TreeMap<String, byte[]> lake = new TreeMap<>();

  void add(String... keys) {
    for (String key : keys) {
      lake.put(key, new byte[] {'x'});
    }
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    return new ByteArrayInputStream(lake.get(key));
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException {
    if (!bucket.equals("lake")) {
      throw new IOException("The bucket " + bucket + " does not exist");
    }
    return lake.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .map(
            e ->
                new ObjectSummary(
                    e.getKey(), "\"x\"", e.getValue().length, "STANDARD", Instant.EPOCH))
        .iterator();
  }

  @Override
  public void put(String bucket, String key, byte[] content, String contentType) {
    lake.put(key, content);
  }
}
