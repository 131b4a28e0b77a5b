package dev.sluice.lambda.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object that is written as its content comes: in one piece where it fits into a part, else by a
 * multipart upload. It is there for others only after {@link #complete}. Not thread-safe.
 *
 * <p>S3 takes 10,000 parts, thus 80 GB; a function's 15 minutes end long before.
 */
final class PartUpload extends OutputStream {
  private static final int PART = 8 << 20;
  private static final int FIRST = 1 << 16;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String contentType;
  private final List<CompletedPart> parts = new ArrayList<>();

  private byte[] part = new byte[FIRST];
  private int length;

  /** Null until there is more than one part. */
  private String upload;

  PartUpload(S3Client s3, String bucket, String key, String contentType) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.contentType = contentType;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** Throws {@link Refused} where S3 does not take a part. */
  @Override
  public void write(byte[] content, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      if (length == PART) {
        send();
      }
      int piece = Math.min(count - done, PART - length);
      if (length + piece > part.length) {
        part = Arrays.copyOf(part, Math.min(PART, Math.max(length + piece, part.length * 2)));
      }
      System.arraycopy(content, offset + done, part, length, piece);
      length += piece;
      done += piece;
    }
  }

  private void send() throws Refused {
    try {
      if (upload == null) {
        upload =
            s3.createMultipartUpload(c -> c.bucket(bucket).key(key).contentType(contentType))
                .uploadId();
      }
      sendPart();
    } catch (SdkException e) {
      throw new Refused(e);
    }
  }

  private void sendPart() {
    int number = parts.size() + 1;
    String etag =
        s3.uploadPart(u -> u.bucket(bucket).key(key).uploadId(upload).partNumber(number), content())
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    length = 0;
  }

  private RequestBody content() {
    return RequestBody.fromBytes(Arrays.copyOf(part, length));
  }

  /** Makes the object, in place of an earlier one. */
  void complete() {
    if (upload == null) {
      s3.putObject(p -> p.bucket(bucket).key(key).contentType(contentType), content());
      return;
    }
    sendPart();
    s3.completeMultipartUpload(
        c -> c.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
  }

  /** Takes back what was sent. Where the process dies first, the bucket's lifecycle does it. */
  void abort() {
    if (upload != null) {
      s3.abortMultipartUpload(a -> a.bucket(bucket).key(key).uploadId(upload));
    }
  }

  /** S3's refusal, told from the failures of whatever the content comes from. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final SdkException reason;

    Refused(SdkException reason) {
      super(reason);
      this.reason = reason;
    }

    SdkException reason() {
      return reason;
    }
  }
}
