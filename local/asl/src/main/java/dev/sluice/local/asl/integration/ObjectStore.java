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

  /** Lists the objects under a prefix in key order. */
  Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException;

  /** Writes an object whole. */
  void put(String bucket, String key, byte[] content, String contentType) throws IOException;
}
