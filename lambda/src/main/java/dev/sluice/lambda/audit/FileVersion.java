package dev.sluice.lambda.audit;

import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.store.ObjectVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of a file in the landing bucket: a line of a manifest.
 *
 * @param dataset that the file belongs to
 * @param bucket the landing bucket
 * @param key literal, not URL encoded
 * @param versionId of the object
 * @param size in bytes
 * @param sequencer S3's order of the events of one key: the later event's is lexically greater
 * @param etag S3's, may be empty
 */
public record FileVersion(
    String dataset,
    String bucket,
    String key,
    String versionId,
    long size,
    String sequencer,
    String etag) {

  /** Reads a manifest's line. */
  public static FileVersion of(Fields line) {
    return new FileVersion(
        line.string("dataset"),
        line.string("bucket"),
        line.string("key"),
        line.string("version_id"),
        line.number("size"),
        line.string("sequencer"),
        line.optionalString("etag").orElse(""));
  }

  /** As a manifest's line. */
  public Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dataset", dataset);
    line.put("bucket", bucket);
    line.put("key", key);
    line.put("version_id", versionId);
    line.put("size", size);
    line.put("sequencer", sequencer);
    line.put("etag", etag);
    return line;
  }

  /** The audit table's sort key. */
  public String object() {
    return bucket + "/" + key;
  }

  public ObjectVersion landed() {
    return new ObjectVersion(bucket, key, versionId);
  }
}
