package dev.sluice.lambda.store;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Copies what is too large for one CopyObject, in parts that S3 copies by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject, up
 *     to 5 GB</a>
 */
final class LargeCopy {

  /** "5 GB", read the careful way. */
  private static final long COPY_OBJECT_LIMIT = 5_000_000_000L;

  /** Parts are larger where S3's limit of their number asks for it. */
  private static final long PART = 512L << 20;

  private static final int MOST_PARTS = 10_000;

  private final S3Client s3;
  private final long limit;
  private final long part;

  LargeCopy(S3Client s3) {
    this(s3, COPY_OBJECT_LIMIT, PART);
  }

  LargeCopy(S3Client s3, long limit, long part) {
    this.s3 = s3;
    this.limit = limit;
    this.part = part;
  }

  boolean isNeeded(long size) {
    return size > limit;
  }

  void copy(ObjectVersion from, long size, String bucket, String key) {
    String upload = s3.createMultipartUpload(c -> c.bucket(bucket).key(key)).uploadId();
    try {
      List<CompletedPart> parts = copyParts(from, size, bucket, key, upload);
      s3.completeMultipartUpload(
          c -> c.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
    } catch (RuntimeException e) {
      abort(bucket, key, upload, e);
      throw e;
    }
  }

  private List<CompletedPart> copyParts(
      ObjectVersion from, long size, String bucket, String key, String upload) {
    long length = Math.max(part, (size + MOST_PARTS - 1) / MOST_PARTS);
    List<CompletedPart> parts = new ArrayList<>();
    for (long start = 0; start < size; start += length) {
      int number = parts.size() + 1;
      String range = "bytes=" + start + "-" + (Math.min(start + length, size) - 1);
      String etag =
          s3.uploadPartCopy(
                  u ->
                      u.sourceBucket(from.bucket())
                          .sourceKey(from.key())
                          .sourceVersionId(from.versionId())
                          .copySourceRange(range)
                          .destinationBucket(bucket)
                          .destinationKey(key)
                          .uploadId(upload)
                          .partNumber(number))
              .copyPartResult()
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    }
    return parts;
  }

  /**
   * Parts of an upload that nobody completes are paid for; the first failure is the one to tell.
   */
  private void abort(String bucket, String key, String upload, RuntimeException first) {
    try {
      s3.abortMultipartUpload(a -> a.bucket(bucket).key(key).uploadId(upload));
    } catch (S3Exception e) {
      first.addSuppressed(e);
    }
  }
}
