package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.S3Exception;
import com.adobe.testing.s3mock.s3.dto.S3Object;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Supplier;

/** Reads objects past HTTP; writes through it, so that a written object sends its event. */
final class DirectObjects implements ObjectStore {
  private final Supplier<S3Server> server;
  private final S3Client client;
  private final Gatekeeper gate;

  DirectObjects(Supplier<S3Server> server, S3Client client, Gatekeeper gate) {
    this.gate = gate;
    this.server = server;
    this.client = client;
  }

  @Override
  public ObjectStore as(String roleArn, String executionArn) {
    return new RoleObjects(this, gate, roleArn, LocalAws.nameOf(executionArn));
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    return open(bucket, key, null);
  }

  @Override
  public InputStream open(String bucket, String key, String version) throws IOException {
    try {
      server.get().buckets().verifyBucketExists(bucket);
      return Files.newInputStream(
          server.get().objects().verifyObjectExists(bucket, key, version).getDataPath());
    } catch (S3Exception e) {
      throw new IOException(
          "cannot read s3://" + bucket + "/" + key + ": " + e.getCode() + ", " + e.getMessage(), e);
    }
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException {
    try {
      server.get().buckets().verifyBucketExists(bucket);
      return server.get().buckets().getS3Objects(bucket, prefix).stream()
          .map(DirectObjects::summary)
          .iterator();
    } catch (S3Exception e) {
      throw new IOException(
          "cannot list s3://" + bucket + "/" + prefix + ": " + e.getCode() + ", " + e.getMessage(),
          e);
    }
  }

  private static ObjectSummary summary(S3Object object) {
    return new ObjectSummary(
        object.getKey(),
        object.getEtag(),
        Long.parseLong(object.getSize()),
        object.getStorageClass() == null ? "STANDARD" : object.getStorageClass().name(),
        Instant.parse(object.getLastModified()));
  }

  @Override
  public void put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    client.put(bucket, key, content, contentType);
  }
}
