package dev.sluice.local.aws.services.s3;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.ObjectSummary;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * Objects as a state machine's role may use them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html">what
 *     readers and writers of distributed maps need</a>
 */
final class RoleObjects implements ObjectStore {
  private final ObjectStore objects;
  private final Gatekeeper gate;
  private final String role;
  private final String session;

  RoleObjects(ObjectStore objects, Gatekeeper gate, String role, String session) {
    this.objects = objects;
    this.gate = gate;
    this.role = role;
    this.session = session;
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    return open(bucket, key, null);
  }

  @Override
  public InputStream open(String bucket, String key, String version) throws IOException {
    String action = version == null ? "GetObject" : "GetObjectVersion";
    require("read s3://" + bucket + "/" + key, S3Access.on(action, bucket, key));
    return objects.open(bucket, key, version);
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException {
    require("list s3://" + bucket + "/" + prefix, S3Access.list(bucket, prefix));
    return objects.list(bucket, prefix);
  }

  /** Step Functions writes in parts, and looks at what it wrote. */
  @Override
  public void put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    require(
        "write s3://" + bucket + "/" + key,
        S3Access.on("PutObject", bucket, key),
        S3Access.on("GetObject", bucket, key),
        S3Access.on("ListMultipartUploadParts", bucket, key),
        S3Access.on("AbortMultipartUpload", bucket, key));
    objects.put(bucket, key, content, contentType);
  }

  private void require(String what, Access... needed) throws IOException {
    try {
      gate.require(role, session, needed);
    } catch (AccessDenied e) {
      throw new IOException("cannot " + what + ": AccessDenied, " + e.getMessage(), e);
    }
  }
}
