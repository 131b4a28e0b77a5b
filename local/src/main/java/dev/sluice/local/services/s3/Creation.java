package dev.sluice.local.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request that creates an object.
 *
 * @param reason as the event's detail names it
 */
record Creation(String bucket, String key, String reason) {
  private static final List<String> SUBRESOURCES =
      List.of("acl", "tagging", "legal-hold", "retention", "uploads", "delete", "restore");

  /** Null where the request creates no object. */
  static Creation of(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    for (String subresource : SUBRESOURCES) {
      if (has(query, subresource)) {
        return null;
      }
    }
    String path = request.getRequestURI();
    int slash = path.indexOf('/', 1);
    String bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
    String key = slash < 0 ? "" : decode(path.substring(slash + 1));
    boolean part = has(query, "uploadId");
    String type = request.getContentType();
    return switch (request.getMethod()) {
      case "PUT" -> key.isEmpty() || part ? null : new Creation(bucket, key, put(request));
      case "POST" -> {
        if (part && !key.isEmpty()) {
          yield new Creation(bucket, key, "CompleteMultipartUpload");
        }
        boolean form = type != null && type.startsWith("multipart/form-data");
        // The key is in the body, which only S3Mock reads.
        yield form ? new Creation(bucket, "", "POST Object") : null;
      }
      default -> null;
    };
  }

  /** With the key that a form named, once the form was read. */
  Creation read(HttpServletRequest request) {
    return key.isEmpty() ? new Creation(bucket, request.getParameter("key"), reason) : this;
  }

  private static String put(HttpServletRequest request) {
    return request.getHeader("x-amz-copy-source") == null ? "PutObject" : "CopyObject";
  }

  private static boolean has(String query, String name) {
    return query.equals(name)
        || query.startsWith(name + "=")
        || query.startsWith(name + "&")
        || query.contains("&" + name + "=")
        || query.contains("&" + name + "&")
        || query.endsWith("&" + name);
  }

  private static String decode(String path) {
    // A plus sign is itself in a path.
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
