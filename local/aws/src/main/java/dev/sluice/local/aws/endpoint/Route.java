package dev.sluice.local.aws.endpoint;

import java.util.List;
import java.util.Map;

/** A REST operation. */
public interface Route {
  /** True if this route answers; the path is decoded and without query. */
  boolean matches(String method, String path);

  /**
   * Answers; may block.
   *
   * @throws ServiceError sent as JSON with its status and x-amzn-ErrorType
   * @throws Exception for anything else, sent as status 500
   */
  Answer answer(Request request) throws Exception;

  /**
   * A request.
   *
   * @param headers names in lower case
   */
  record Request(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {
    /** The first value of a header, or null. */
    public String header(String name) {
      List<String> values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
      return values == null || values.isEmpty() ? null : values.get(0);
    }
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}
}
