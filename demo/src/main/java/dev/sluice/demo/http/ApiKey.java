package dev.sluice.demo.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The key that clients must send as header {@value #HEADER}. Compared in a time that tells nothing
 * about it; never part of a text. Thread-safe.
 */
public final class ApiKey {
  public static final String HEADER = "x-api-key";

  private final byte[] digest;

  /**
   * The key itself.
   *
   * @throws IllegalArgumentException where it is blank, which anyone could guess
   */
  public ApiKey(String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("the API key is blank, expected characters");
    }
    digest = digestOf(key);
  }

  /** The answer to a request that may not pass: 401 without a key, 403 with another. */
  public Optional<Answer> refusal(Request request) {
    Optional<String> offered = request.header(HEADER);
    if (offered.isEmpty()) {
      return Optional.of(
          Answer.message(401, "The request has no header " + HEADER + "; send the API key in it.")
              .with("www-authenticate", "ApiKey header=\"" + HEADER + "\""));
    }
    // Of digests, since the comparison of texts would tell the key's length.
    if (MessageDigest.isEqual(digest, digestOf(offered.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        Answer.message(403, "The key in header " + HEADER + " is not the one of this API."));
  }

  private static byte[] digestOf(String key) {
    return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
  }
}
