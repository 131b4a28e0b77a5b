package dev.sluice.local.aws.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a Signature Version 4 that names the signer.
 *
 * @param sessionToken null where none was sent
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS</a>
 */
public record Signature(String accessKeyId, String sessionToken) {
  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-\\S+\\s+(?:.*[\\s,])?Credential=([^/,\\s]+)/");

  /**
   * Reads a request's header, or else the query of a presigned URL.
   *
   * @param headers by name, null where absent
   * @param query parameters by name, null where absent
   * @return empty for a request that is not signed
   */
  public static Optional<Signature> of(UnaryOperator<String> headers, UnaryOperator<String> query) {
    String authorization = headers.apply("authorization");
    if (authorization != null) {
      Matcher matcher = CREDENTIAL.matcher(authorization);
      return matcher.find()
          ? Optional.of(new Signature(matcher.group(1), headers.apply("x-amz-security-token")))
          : Optional.empty();
    }
    String credential = query.apply("X-Amz-Credential");
    return credential == null
        ? Optional.empty()
        : Optional.of(
            new Signature(
                URLDecoder.decode(credential, StandardCharsets.UTF_8).split("/")[0],
                query.apply("X-Amz-Security-Token")));
  }

  /** A header that names the signer, for calls within this process. */
  public static String header(Credentials credentials, String region, String service) {
    return "AWS4-HMAC-SHA256 Credential="
        + credentials.accessKeyId()
        + "/20260101/"
        + region
        + "/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=unchecked";
  }
}
