package dev.sluice.lambda.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** {@link ObjectStore} in S3. */
public final class S3Store implements ObjectStore {

  private final S3Client s3;
  private final LargeCopy largeCopy;

  public S3Store(S3Client s3) {
    this(s3, new LargeCopy(s3));
  }

  S3Store(S3Client s3, LargeCopy largeCopy) {
    this.s3 = s3;
    this.largeCopy = largeCopy;
  }

  @Override
  public InputStream openCurrent(ObjectVersion version) {
    try {
      ResponseInputStream<GetObjectResponse> shown =
          s3.getObject(g -> g.bucket(version.bucket()).key(version.key()));
      if (version.versionId().equals(shown.response().versionId())) {
        return new Abortable(shown);
      }
      shown.abort();
      s3.headObject(
          h -> h.bucket(version.bucket()).key(version.key()).versionId(version.versionId()));
      throw new ObjectReplaced(version, shown.response().versionId());
    } catch (S3Exception e) {
      throw gone(version, e);
    }
  }

  @Override
  public Optional<InputStream> open(String bucket, String key) {
    try {
      return Optional.of(s3.getObject(g -> g.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public void copy(ObjectVersion from, long size, String bucket, String key) {
    try {
      if (largeCopy.isNeeded(size)) {
        largeCopy.copy(from, size, bucket, key);
        return;
      }
      s3.copyObject(
          c ->
              c.sourceBucket(from.bucket())
                  .sourceKey(from.key())
                  .sourceVersionId(from.versionId())
                  .destinationBucket(bucket)
                  .destinationKey(key)
                  // Tags are not needed on, and permission to read them would be.
                  .taggingDirective(TaggingDirective.REPLACE));
    } catch (S3Exception e) {
      throw gone(from, e);
    }
  }

  @Override
  public void put(
      String bucket, String key, byte[] content, String contentType, Map<String, String> metadata) {
    s3.putObject(
        p -> p.bucket(bucket).key(key).contentType(contentType).metadata(metadata),
        RequestBody.fromBytes(content));
  }

  @Override
  public void put(String bucket, String key, Path content, String contentType) {
    s3.putObject(
        p -> p.bucket(bucket).key(key).contentType(contentType), RequestBody.fromFile(content));
  }

  @Override
  public void delete(ObjectVersion version) {
    s3.deleteObject(
        d -> d.bucket(version.bucket()).key(version.key()).versionId(version.versionId()));
  }

  /** A version that is gone is an answer about the file; everything else is S3's own trouble. */
  private static RuntimeException gone(ObjectVersion version, S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    boolean noSuchBucket = "NoSuchBucket".equals(code);
    return e.statusCode() == 404 && !noSuchBucket ? new ObjectGone(version) : e;
  }

  /** A stream whose failures are IOExceptions, and which is not read to its end to be closed. */
  private static final class Abortable extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> response;
    private boolean ended;

    Abortable(ResponseInputStream<GetObjectResponse> response) {
      super(response);
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = super.read(target, offset, length);
        ended |= read < 0;
        return read;
      } catch (SdkException e) {
        // A checksum that does not match, for example: as much a failed read as a lost connection.
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        response.abort();
      }
    }
  }
}
