package dev.sluice.lambda.store;

/**
 * One version of one object.
 *
 * @param bucket its bucket
 * @param key literal, not URL encoded; comes from outside and is never a path
 * @param versionId of a versioned bucket
 */
public record ObjectVersion(String bucket, String key, String versionId) {

  /** As people write it: {@code s3://bucket/key}. */
  public String uri() {
    return uri(bucket, key);
  }

  public static String uri(String bucket, String key) {
    return "s3://" + bucket + "/" + key;
  }
}
