package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.account.LocalAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What S3's operations need, object by object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">permissions
 *     by operation</a>
 */
final class S3Access {
  private static final String BUCKET_POLICY = "BucketPolicy";

  /** Parameters of the query that make a request speak of a part of a bucket or object. */
  private static final Map<String, String> BUCKET_PARTS =
      Map.ofEntries(
          Map.entry("versioning", "BucketVersioning"),
          Map.entry("location", "BucketLocation"),
          Map.entry("lifecycle", "LifecycleConfiguration"),
          Map.entry("policy", BUCKET_POLICY),
          Map.entry("acl", "BucketAcl"),
          Map.entry("tagging", "BucketTagging"),
          Map.entry("encryption", "EncryptionConfiguration"),
          Map.entry("notification", "BucketNotification"),
          Map.entry("object-lock", "BucketObjectLockConfiguration"),
          Map.entry("ownershipControls", "BucketOwnershipControls"),
          Map.entry("publicAccessBlock", "BucketPublicAccessBlock"),
          Map.entry("cors", "BucketCORS"));

  private S3Access() {}

  static String arn(String bucket, String key) {
    String arn = LocalAws.bucketArn(bucket);
    return key.isEmpty() ? arn : arn + "/" + key;
  }

  static Access on(String action, String bucket, String key) {
    return Access.to("s3:" + action, arn(bucket, key));
  }

  static Access list(String bucket, String prefix) {
    return on("ListBucket", bucket, "").when("s3:prefix", prefix == null ? "" : prefix);
  }

  /** All that a request needs, except the deletions that its body lists. */
  static List<Access> of(S3Request request) {
    ObjectPath path = request.path();
    if (path.bucket().isEmpty()) {
      return List.of(Access.to("s3:ListAllMyBuckets", "*"));
    }
    return path.key().isEmpty() ? bucket(request) : object(request);
  }

  private static List<Access> bucket(S3Request request) {
    ObjectPath path = request.path();
    String bucket = path.bucket();
    if (request.method().equals("POST") && request.has("delete")) {
      return List.of();
    }
    for (Map.Entry<String, String> part : BUCKET_PARTS.entrySet()) {
      if (request.has(part.getKey())) {
        return List.of(on(partVerb(request.method(), part.getValue()), bucket, ""));
      }
    }
    return switch (request.method()) {
      case "PUT" -> List.of(on("CreateBucket", bucket, ""));
      case "DELETE" -> List.of(on("DeleteBucket", bucket, ""));
      default -> {
        String prefix = path.parameter("prefix");
        if (request.has("versions")) {
          yield List.of(
              on("ListBucketVersions", bucket, "").when("s3:prefix", prefix == null ? "" : prefix));
        }
        yield request.has("uploads")
            ? List.of(on("ListBucketMultipartUploads", bucket, ""))
            : List.of(list(bucket, prefix));
      }
    };
  }

  /** What takes a configuration away is a change of it, except of the policy. */
  private static String partVerb(String method, String part) {
    boolean change = method.equals("DELETE") && !part.equals(BUCKET_POLICY);
    return (change ? "Put" : verb(method)) + part;
  }

  private static String verb(String method) {
    return switch (method) {
      case "PUT" -> "Put";
      case "DELETE" -> "Delete";
      default -> "Get";
    };
  }

  private static List<Access> object(S3Request request) {
    String bucket = request.path().bucket();
    String key = request.path().key();
    boolean version = request.has("versionId");
    if (request.has("attributes")) {
      String kind = version ? "GetObjectVersion" : "GetObject";
      return List.of(on(kind, bucket, key), on(kind + "Attributes", bucket, key));
    }
    if (request.has("tagging") || request.has("acl")) {
      String part = request.has("tagging") ? "Tagging" : "Acl";
      String kind = version ? "ObjectVersion" : "Object";
      return List.of(on(verb(request.method()) + kind + part, bucket, key));
    }
    return switch (request.method()) {
      case "GET", "HEAD" ->
          request.has("uploadId")
              ? List.of(on("ListMultipartUploadParts", bucket, key))
              : List.of(on(version ? "GetObjectVersion" : "GetObject", bucket, key));
      case "DELETE" ->
          request.has("uploadId")
              ? List.of(on("AbortMultipartUpload", bucket, key))
              : List.of(on(version ? "DeleteObjectVersion" : "DeleteObject", bucket, key));
      default -> write(request, bucket, key);
    };
  }

  private static List<Access> write(S3Request request, String bucket, String key) {
    List<Access> needed = new ArrayList<>();
    needed.add(on("PutObject", bucket, key));
    if (request.tagged()) {
      needed.add(on("PutObjectTagging", bucket, key));
    }
    if (request.access()) {
      needed.add(on("PutObjectAcl", bucket, key));
    }
    S3Request.CopySource source = request.copySource();
    if (source != null) {
      String action = source.version() == null ? "GetObject" : "GetObjectVersion";
      needed.add(on(action, source.bucket(), source.key()));
    }
    return needed;
  }

  /**
   * What a copy needs besides, where its source has tags.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">AWS, the tag
   *     directive of a copy</a>
   */
  static List<Access> copyTags(S3Request request) {
    S3Request.CopySource source = request.copySource();
    String read = source.version() == null ? "GetObjectTagging" : "GetObjectVersionTagging";
    return List.of(
        on(read, source.bucket(), source.key()),
        on("PutObjectTagging", request.path().bucket(), request.path().key()));
  }

  /** True where S3 reads back what it encrypted before: a multipart upload's parts. */
  static boolean readsBack(S3Request request) {
    return request.has("uploadId")
        && (request.method().equals("PUT") || request.method().equals("POST"));
  }

  /** One deletion of a list. */
  static Access delete(String bucket, String key, String version) {
    return on(version == null ? "DeleteObject" : "DeleteObjectVersion", bucket, key);
  }
}
