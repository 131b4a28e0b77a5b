package dev.sluice.local.aws.bench;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** No buckets at all, for machines that read and write none. */
final class NoObjects implements ObjectStore {
  @Override
  public InputStream open(String bucket, String key) throws IOException {
    throw none(bucket);
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException {
    throw none(bucket);
  }

  @Override
  public void put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    throw none(bucket);
  }

  private static IOException none(String bucket) {
    return new IOException("There is no bucket " + bucket + " here.");
  }
}
