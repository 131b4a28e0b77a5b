package dev.sluice.local.aws.endpoint;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A REST operation. */
public interface Route {
  /** True if this route answers; the path is decoded and without query. */
  boolean matches(String method, String path);

  /** False where the address itself is the proof, as that of a presigned URL. */
  default boolean signed() {
    return true;
  }

  /** What a request needs; not asked where it is not signed. */
  List<Access> access(Request request);

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
      return first(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String first(List<String> values) {
      return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Who signed it, as it says. */
    Optional<Signature> signature() {
      return Signature.of(this::header, name -> first(query.get(name)));
    }
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}
}
