package dev.sluice.lambda.items;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The objects of an export, one for each segment and page: {@code segment-03-page-0012.jsonl}. A
 * page that is written again replaces itself.
 */
public final class Parts {
  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * Parts in a folder of a bucket.
   *
   * @param folder with a slash at its end
   */
  public Parts(S3Client s3, String bucket, String folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = folder + "segment-";
  }

  /**
   * Removes what earlier runs left of this segment, and of those that no longer exist since there
   * are fewer segments now: every leftover belongs to exactly one segment of today.
   */
  void removeLeftovers(int segment, int segments) {
    s3.listObjectsV2Paginator(l -> l.bucket(bucket).prefix(prefix)).contents().stream()
        .filter(object -> belongs(segmentOf(object.key()), segment, segments))
        .forEach(object -> s3.deleteObject(d -> d.bucket(bucket).key(object.key())));
  }

  private static boolean belongs(int found, int segment, int segments) {
    return found >= 0 && found % segments == segment;
  }

  void write(int segment, int page, byte[] lines) {
    s3.putObject(
        p -> p.bucket(bucket).key(key(segment, page)).contentType("application/x-ndjson"),
        RequestBody.fromBytes(lines));
  }

  private String key(int segment, int page) {
    return prefix + "%02d-page-%04d.jsonl".formatted(segment, page);
  }

  /** -1, which no segment is, for objects that are not ours. */
  private int segmentOf(String key) {
    String number = key.substring(prefix.length()).split("-", 2)[0];
    return number.matches("[0-9]{2,4}") ? Integer.parseInt(number) : -1;
  }
}
