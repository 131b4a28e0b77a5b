package dev.sluice.local.aws.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * A request that creates an object.
 *
 * @param key empty where only the body of a form says it
 * @param reason as the event's detail names it
 */
record Creation(String bucket, String key, String reason) {
  private static final List<String> SUBRESOURCES =
      List.of("acl", "tagging", "legal-hold", "retention", "uploads", "delete", "restore");

  /** Null where the request creates no object. */
  static Creation of(HttpServletRequest request) {
    ObjectPath path = ObjectPath.of(request);
    for (String subresource : SUBRESOURCES) {
      if (path.parameter(subresource) != null) {
        return null;
      }
    }
    boolean upload = path.parameter("uploadId") != null;
    boolean key = !path.key().isEmpty();
    return switch (request.getMethod()) {
      case "PUT" -> key && !upload ? of(path, put(request)) : null;
      case "POST" -> {
        if (key && upload) {
          yield of(path, "CompleteMultipartUpload");
        }
        yield form(request) ? of(path, "POST Object") : null;
      }
      default -> null;
    };
  }

  private static Creation of(ObjectPath path, String reason) {
    return new Creation(path.bucket(), path.key(), reason);
  }

  private static boolean form(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/form-data");
  }

  private static String put(HttpServletRequest request) {
    return request.getHeader("x-amz-copy-source") == null ? "PutObject" : "CopyObject";
  }

  /** With the key that a form named, once S3Mock has read the form. */
  Creation read(HttpServletRequest request) {
    return key.isEmpty() ? new Creation(bucket, request.getParameter("key"), reason) : this;
  }
}
