package dev.sluice.local.asl.integration;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Objects that distributed maps read and write. Called from several threads; may block. */
public interface ObjectStore {
  /**
   * Opens an object; the caller closes it.
   *
   * @throws IOException where bucket or key do not exist, with a message that says so
   */
  InputStream open(String bucket, String key) throws IOException;

  /**
   * Opens a version of an object.
   *
   * @param version null for the latest
   * @throws IOException where bucket, key or version do not exist
   */
  default InputStream open(String bucket, String key, String version) throws IOException {
    if (version == null) {
      return open(bucket, key);
    }
    throw new IOException(
        "s3://" + bucket + "/" + key + " has no version " + version + ": nothing here keeps any");
  }

  /** The same objects, as far as a role may use them. */
  default ObjectStore as(String roleArn, String executionArn) {
    return this;
  }

  /** Lists the objects under a prefix in key order. */
  Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException;

  /** Writes an object whole. */
  void put(String bucket, String key, byte[] content, String contentType) throws IOException;
}
