package dev.sluice.local.aws.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request to S3 as far as its permissions depend on it.
 *
 * @param copySource what x-amz-copy-source names, null where nothing is copied
 * @param tagged true where the request's header gives tags
 * @param replacesTags true where a copy takes its tags from the request instead of its source
 * @param access true where the request's headers give rights to others
 */
record S3Request(
    String method,
    ObjectPath path,
    CopySource copySource,
    boolean tagged,
    boolean replacesTags,
    boolean access) {
  private static final List<String> GRANTING =
      List.of(
          "x-amz-acl",
          "x-amz-grant-full-control",
          "x-amz-grant-read",
          "x-amz-grant-read-acp",
          "x-amz-grant-write-acp");

  /**
   * @param version null for the newest
   */
  record CopySource(String bucket, String key, String version) {
    static CopySource of(String header) {
      String decoded = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
      String source = decoded.startsWith("/") ? decoded.substring(1) : decoded;
      int version = source.lastIndexOf("?versionId=");
      String object = version < 0 ? source : source.substring(0, version);
      int slash = object.indexOf('/');
      return new CopySource(
          slash < 0 ? object : object.substring(0, slash),
          slash < 0 ? "" : object.substring(slash + 1),
          version < 0 ? null : source.substring(version + "?versionId=".length()));
    }
  }

  static S3Request of(HttpServletRequest request) {
    String source = request.getHeader("x-amz-copy-source");
    boolean grants = GRANTING.stream().anyMatch(header -> request.getHeader(header) != null);
    return new S3Request(
        request.getMethod(),
        ObjectPath.of(request),
        source == null ? null : CopySource.of(source),
        request.getHeader("x-amz-tagging") != null,
        "REPLACE".equals(request.getHeader("x-amz-tagging-directive")),
        grants);
  }

  /** True where the target gets the tags of its source, if it has any; a part has none. */
  boolean copiesTags() {
    return copySource != null && !replacesTags && !has("uploadId");
  }

  boolean has(String parameter) {
    return path.parameter(parameter) != null;
  }
}
