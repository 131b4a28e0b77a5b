package dev.sluice.local.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which parts of a signature name the signer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS</a>
 */
class SignatureTest {
  private static Optional<Signature> of(Map<String, String> headers, Map<String, String> query) {
    return Signature.of(headers::get, query::get);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // As the SDKs and the CLI write it, without spaces after the commas, in another order, and
        // by the asymmetric algorithm, whose scope has no region.
        "AWS4-HMAC-SHA256 Credential=ASIA1/20260131/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=0f",
        "AWS4-HMAC-SHA256 Credential=ASIA1/20260131/us-east-1/s3/aws4_request,"
            + "SignedHeaders=host,Signature=0f",
        "AWS4-HMAC-SHA256 SignedHeaders=host, Credential=ASIA1/20260131/us-east-1/s3/aws4_request,"
            + " Signature=0f",
        "AWS4-ECDSA-P256-SHA256 Credential=ASIA1/20260131/s3/aws4_request, SignedHeaders=host,"
            + " Signature=0f",
      })
  void shouldReadTheKeyOfAHeader(String authorization) {
    assertThat(of(Map.of("authorization", authorization), Map.of()))
        .contains(new Signature("ASIA1", null));
    assertThat(of(Map.of("authorization", authorization, "x-amz-security-token", "t"), Map.of()))
        .contains(new Signature("ASIA1", "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASIA1/20260131/us-east-1/s3/aws4_request",
        "ASIA1%2F20260131%2Fus-east-1%2Fs3%2Faws4_request"
      })
  void shouldReadTheKeyOfAPresignedUrl(String credential) {
    assertThat(of(Map.of(), Map.of("X-Amz-Credential", credential, "X-Amz-Security-Token", "t")))
        .contains(new Signature("ASIA1", "t"));
  }

  @ParameterizedTest
  @CsvSource({"Basic bG9jYWw6bG9jYWw=", "Bearer x", "AWS4-HMAC-SHA256 Signature=0f", "''"})
  void shouldTakeAnotherHeaderForNoSignature(String authorization) {
    assertThat(of(Map.of("authorization", authorization), Map.of())).isEmpty();
  }

  @Test
  void shouldFindNoneWhereThereIsNone() {
    assertThat(of(Map.of(), Map.of("X-Amz-Security-Token", "t"))).isEmpty();
  }

  @Test
  void shouldReadTheHeaderThatThisProcessWrites() {
    String header = Signature.header(Callers.ADMINISTRATOR, "us-east-1", "dynamodb");
    assertThat(of(Map.of("authorization", header), Map.of()))
        .contains(new Signature(Callers.ADMINISTRATOR.accessKeyId(), null));
  }
}
