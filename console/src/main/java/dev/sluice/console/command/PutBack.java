package dev.sluice.console.command;

import dev.sluice.console.aws.AuditedFile;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Copies an invalid file from the failed bucket to where it landed. */
final class PutBack {
  private static final String SCHEME = "s3://";

  private final S3Client s3;

  PutBack(S3Client s3) {
    this.s3 = s3;
  }

  /** Why the file cannot be put back, as far as the audit table knows. */
  static Optional<String> obstacle(AuditedFile file) {
    if (file.failedCopy().isEmpty()) {
      return Optional.of("no copy of it was made (" + file.reason() + "); upload it again");
    }
    String copy = file.failedCopy();
    if (!copy.startsWith(SCHEME) || copy.indexOf('/', SCHEME.length()) < 0) {
      return Optional.of(
          "the audit table names no copy: found '"
              + copy
              + "', expected s3://bucket/key; upload it again");
    }
    return Optional.empty();
  }

  /** Puts it back; says why where that did not work. Other files are not concerned. */
  Optional<String> put(AuditedFile file) {
    Optional<String> obstacle = obstacle(file);
    if (obstacle.isPresent()) {
      return obstacle;
    }
    String copy = file.failedCopy();
    int slash = copy.indexOf('/', SCHEME.length());
    String object = file.object();
    try {
      s3.copyObject(
          r ->
              r.sourceBucket(copy.substring(SCHEME.length(), slash))
                  .sourceKey(copy.substring(slash + 1))
                  .destinationBucket(object.substring(0, object.indexOf('/')))
                  .destinationKey(file.key()));
      return Optional.empty();
    } catch (NoSuchKeyException e) {
      return Optional.of(copy + " is gone; upload it again");
    } catch (SdkException e) {
      return Optional.of(copy + " could not be copied: " + ErrorText.oneLine(e.getMessage()));
    }
  }
}
