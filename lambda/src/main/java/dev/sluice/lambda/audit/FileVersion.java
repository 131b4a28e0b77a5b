package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.function.Payload;
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
        line.string(AuditSchema.DATASET),
        line.string(Payload.BUCKET),
        line.string(Payload.KEY),
        line.string(AuditSchema.VERSION_ID),
        line.number(AuditSchema.SIZE),
        line.string(AuditSchema.SEQUENCER),
        line.optionalString(AuditSchema.ETAG).orElse(""));
  }

  /** As a manifest's line. */
  public Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(AuditSchema.DATASET, dataset);
    line.put(Payload.BUCKET, bucket);
    line.put(Payload.KEY, key);
    line.put(AuditSchema.VERSION_ID, versionId);
    line.put(AuditSchema.SIZE, size);
    line.put(AuditSchema.SEQUENCER, sequencer);
    line.put(AuditSchema.ETAG, etag);
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
