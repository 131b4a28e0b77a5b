package dev.sluice.local.aws.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** Requests to S3 without a server. */
final class Asked {
  private Asked() {}

  /**
   * A request.
   *
   * @param line such as {@code GET /bucket/key?versionId=1}
   * @param headers separated by {@code ;}, such as {@code x-amz-tagging: a=b}; null for none
   */
  static HttpServletRequest request(String line, String headers) {
    String[] methodAndUrl = line.split(" ", 2);
    String[] pathAndQuery = methodAndUrl[1].split("\\?", 2);
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : headers == null ? new String[0] : headers.split("; *")) {
      named.put(
          header.substring(0, header.indexOf(": ")), header.substring(header.indexOf(": ") + 2));
    }
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Asked.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> methodAndUrl[0];
                  case "getRequestURI" -> pathAndQuery[0];
                  case "getQueryString" -> pathAndQuery.length > 1 ? pathAndQuery[1] : null;
                  case "getHeader" -> named.get((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
