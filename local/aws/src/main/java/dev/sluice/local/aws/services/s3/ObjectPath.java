package dev.sluice.local.aws.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What a path-style request speaks of.
 *
 * @param key empty for the bucket itself
 * @param query as sent, empty for none
 */
record ObjectPath(String bucket, String key, String query) {
  static ObjectPath of(HttpServletRequest request) {
    String path = request.getRequestURI();
    int slash = path.indexOf('/', 1);
    String bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
    // A plus sign is itself in a path.
    String key = slash < 0 ? "" : decode(path.substring(slash + 1).replace("+", "%2B"));
    return new ObjectPath(
        bucket, key, request.getQueryString() == null ? "" : request.getQueryString());
  }

  /** A parameter of the query, empty if it has no value, null if it is not there. */
  String parameter(String name) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if ((equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
        return equals < 0 ? "" : decode(pair.substring(equals + 1));
      }
    }
    return null;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
